/** Storybook would take the configuration of the library's build from the root; what stories need is in main.ts. */
export default {};

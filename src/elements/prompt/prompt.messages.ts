export const messages = {
  name: 'A note from this shop',
  close: 'Close',
  appeared: 'New on this page: {name}',
  step: 'Step {now} of {all}: {name}',
  dismissTeaser: 'Remove: {name}',
};

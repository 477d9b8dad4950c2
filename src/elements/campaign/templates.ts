/** One way to say it. */
interface VariantTemplate {
  name: string;
  template: HTMLTemplateElement;
}

/** The templates of a campaign, with the names of their variants; one without a name is called by its place. */
export function templatesOf(campaign: Element): VariantTemplate[] {
  return [...campaign.querySelectorAll<HTMLTemplateElement>(':scope > template')].map((template, index) => ({
    name: template.getAttribute('variant')?.trim() || (index ? `variant-${index + 1}` : 'default'),
    template,
  }));
}

/** What a template shows. Frameworks put what is in it where other elements have it. */
export function promptIn(template: HTMLTemplateElement): Element | null {
  return template.content.querySelector('cue-prompt') ?? template.querySelector('cue-prompt');
}

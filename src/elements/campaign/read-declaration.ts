import type { CampaignDeclaration } from '../../store/campaigns.js';
import { promptIn, templatesOf } from './templates.js';

/** What HTML gives a meaning on every element, and frameworks leave on theirs; all else is said of the campaign. */
const ofThePage =
  /^(?:class|dir|hidden|id|is|key|lang|part|ref|role|slot|style|title|aria-.*|data-.*|on.*|.*[^a-z-].*)$/;

/** Attributes that are true without a value, as in HTML. */
const flags: ReadonlySet<string> = new Set(['overlay', 'paused']);

/** The campaign as its element says it: its attributes and its templates. Whoever runs campaigns reads it, and says what is wrong in it. */
export function readDeclaration(campaign: Element): CampaignDeclaration {
  const declaration: Record<string, unknown> = {};
  for (const { name, value } of campaign.attributes)
    if (!ofThePage.test(name)) declaration[name] = flags.has(name) ? value || true : value;
  const templates = templatesOf(campaign);
  if (!templates.length) return declaration;
  declaration.variants = templates.map(({ name, template }) => {
    const weight = template.getAttribute('weight');
    return weight === null ? name : { name, weight };
  });
  // What has its place in the page covers nothing.
  if (templates.every(({ template }) => promptIn(template)?.getAttribute('placement') === 'inline'))
    declaration.overlay ??= false;
  return declaration;
}

import { report, warnOnce } from '../../browser/report.js';
import type { buildTemplate } from './build-template.js';

/** What Lit needs of `TrustedTypePolicyFactory`, which not every DOM library knows. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): unknown };
}

let build: typeof buildTemplate | undefined;

/** Settled when templates can be made; undefined when they can be at once, which is nearly always. Nothing renders before. */
export let templatesReady: Promise<void> | undefined;

/**
 * Lit's Trusted Types policy; undefined where there are no Trusted Types, or where the page's policy does not let Lit have
 * one. The build has Lit call this instead of creating the policy itself: there a refusal would stop the import.
 */
export function htmlPolicy(
  trustedTypes: PolicyFactory | undefined,
): ReturnType<PolicyFactory['createPolicy']> | undefined {
  try {
    return trustedTypes?.createPolicy('lit-html', { createHTML: (html) => html });
  } catch {
    warnOnce("the page's Trusted Types do not allow another policy “lit-html”; elements are built without one");
    templatesReady = import('./build-template.js').then(
      (module) => {
        build = module.buildTemplate;
      },
      (error: unknown) => report('elements cannot be built', error),
    );
    return undefined;
  }
}

/** Lit's one write of markup. */
export function setTemplateHtml(template: HTMLTemplateElement, html: unknown): void {
  if (build) build(template, String(html));
  else template.innerHTML = html as string;
}

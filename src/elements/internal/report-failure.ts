import { attempt, report } from '../../browser/report.js';

/**
 * Reports that the shop failed at a step that a shopper took, and tells the shopper, beside the button of the step.
 *
 * @param button asked when it is told: the element may have rendered since
 */
export function reportFailure(
  what: string,
  error: unknown,
  button: () => HTMLElement | null | undefined,
  message: string,
): void {
  report(what, error);
  attempt('a failure could not be told', async () => {
    const { tellFailure } = await import('./tell-failure.js');
    await tellFailure(button(), message);
  });
}

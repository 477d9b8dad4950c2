import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';

type PromptFact = 'cue-prompt-view' | 'cue-prompt-accept' | 'cue-prompt-dismiss';

interface Told {
  campaign: string | undefined;
  variant: string | undefined;
  placement: string;
}

/** What is told of a prompt: each thing once, as long as it is shown. */
export interface PromptFacts {
  tell(type: PromptFact, action: string): void;
  has(type: PromptFact): boolean;
  /** It is shown anew. */
  reset(): void;
}

export function createFacts(source: Element, now: () => Told): PromptFacts {
  const told = new Set<PromptFact>();
  return {
    tell(type, action) {
      if (told.has(type)) return;
      told.add(type);
      const { campaign, variant, placement } = now();
      emit(
        source,
        new FactEvent(type, {
          promotion_name: campaign || source.id || source.localName,
          ...(variant && { creative_name: variant }),
          creative_slot: placement,
          cause: { from: 'element', element: source.localName, action, ...(campaign && { campaign }) },
        }),
      );
    },
    has: (type) => told.has(type),
    reset: () => told.clear(),
  };
}

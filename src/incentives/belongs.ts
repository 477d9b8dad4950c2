import { createDeclared } from '../store/create-declared.js';
import type { Incentive } from './incentive.js';

/** Says whether the shopper belongs to an audience, as things are now. */
export type Belongs = (audience: Readonly<Record<string, unknown>>) => boolean;

const judges = createDeclared<Belongs>('$belongs');

/** Who can say so: nobody before the kit has come that runs campaigns. */
export const $belongs: (typeof judges)['$declared'] = judges.$declared;

/** @returns takes it back */
export const declareBelongs = (belongs: Belongs): (() => void) => judges.declare([belongs]);

/** Before anybody can say for whom it is not, it is for nobody: what is shown too early cannot be taken back. */
export const belongs: Belongs = (audience) => $belongs.get()[0]?.(audience) ?? true;

/** Whether an incentive may be given to this shopper. */
export const isMeant = ({ notFor }: Incentive): boolean => !notFor || !belongs(notFor);

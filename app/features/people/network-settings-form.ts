import { z } from 'zod';
import { runChartRules } from '#db/vocabulary';

/** The least the small-cell rule of disclosure.md allows, and more than any network would want. */
export const lowestMinimumGroup = 10;
export const highestMinimumGroup = 100;

const between = `A whole number from ${lowestMinimumGroup} to ${highestMinimumGroup}. It can be raised, never lowered below ten.`;

export const networkSettingsForm = z.object({
  rules: z.enum(runChartRules, { error: 'Choose one of the two.' }),
  minimumGroup: z.coerce
    .number({ error: between })
    .int(between)
    .min(lowestMinimumGroup, between)
    .max(highestMinimumGroup, between),
});

export type NetworkSettings = z.infer<typeof networkSettingsForm>;

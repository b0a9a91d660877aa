import type { Page } from 'playwright-core';
import { axeFindings, contrastFindings, sidewaysScroll } from './axe';

/** Opens everything that opens, so that what is folded away is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')),
  );
}

/** How far the page can be scrolled sideways at this width, once what is drawn by script has followed it. */
export async function sidewaysScrollAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  await page
    .waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      null,
      {
        timeout: 3000,
      },
    )
    .catch(() => undefined);
  return sidewaysScroll(page);
}

/** What is wrong with the page, unfolded; see `flawsAsItStands`. */
export async function flaws(page: Page, widths: number[]): Promise<string[]> {
  await unfold(page);
  return flawsAsItStands(page, widths);
}

/**
 * What is wrong with the page as it stands: what axe finds in light, and of its colours again in dark, and what
 * scrolls sideways, at each width in CSS pixels. The page is left in light and at the last width.
 */
export async function flawsAsItStands(page: Page, widths: number[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    const scroll = await sidewaysScrollAt(page, width);
    if (scroll > 0) found.push(`${width} px: scrolls sideways by ${scroll} px`);
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await axeFindings(page)).map((finding) => `${width} px: ${finding}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await contrastFindings(page)).map((finding) => `${width} px, dark: ${finding}`));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return found;
}

import { expect, test } from 'vitest';
import { PROVINCES } from './detect/gazetteer';
import { DEFAULT_SITES, matchPatterns, regionOfSite, siteOf } from './sites';

test('sx.gov.cn is Shaoxing in Zhejiang, not Shanxi', () => {
  expect(regionOfSite('www.sx.gov.cn')).toEqual({ province: '浙江省', city: '绍兴市' });
  expect(regionOfSite('www.shanxi.gov.cn')).toEqual({ province: '山西省', city: null });
  expect(regionOfSite('www.sxjz.gov.cn')).toEqual({ province: '山西省', city: '晋中市' });
  expect(regionOfSite('www.shaanxi.gov.cn')).toEqual({ province: '陕西省', city: null });
});

test('the narrowest site wins, and unknown hosts belong to none', () => {
  expect(siteOf('epaper.sxrb.com')?.host).toBe('sxrb.com');
  expect(siteOf('www.gov.cn')?.host).toBe('gov.cn');
  expect(siteOf('evilgov.cn')).toBeNull();
  expect(siteOf('example.org')).toBeNull();
  expect(regionOfSite('www.people.com.cn')).toBeNull();
});

test('a pattern stands once, without those that a wider one covers', () => {
  const patterns = matchPatterns();
  expect(new Set(patterns).size).toBe(patterns.length);
  expect(patterns).toContain('*://*.gov.cn/*');
  expect(patterns).not.toContain('*://*.shanxi.gov.cn/*');
});

test('every province and city of the table is a name of the gazetteer', () => {
  const names = new Map(PROVINCES.map(([province, , cities]) => [province, cities]));
  for (const { host, province, city } of DEFAULT_SITES) {
    if (province === undefined) continue;
    expect(names.has(province), host).toBe(true);
    if (city !== undefined) expect(names.get(province)!.split(' '), host).toContain(city.replace(/市$/, ''));
  }
});

import { describe, expect, it } from 'vitest';
import { comparableHtml, isBlankHtml, plainText } from './comparable-html';

describe('comparableHtml', () => {
  it.each([
    ['blanks between tags', '<p>One</p>\n  <p>Two</p>', '<p>One</p><p>Two</p>'],
    ['runs of blanks', 'One\r\n two', 'One two'],
    ['quotes around attributes', `<a href='/x'>x</a>`, '<a href="/x">x</a>'],
    ['tags that close themselves', 'One<br />two', 'One<BR>two'],
    ['the way quotes and ampersands are written', '&quot;A&quot; &amp; B&nbsp;&#39;C&#39;', `"A" & B 'C'`],
    ['blanks around a heading, a rule and a cell with attributes', '<h2>One</h2> <hr> <table> <td class="a b"> x </td>', '<h2>One</h2><hr><table><td class="a b">x</td>'],
    ['the case of a tag that carries attributes', '<IMG src="/a.png" />', '<img src="/a.png">'],
    ['the other ways of writing quotes', '&#34;A&#34; &apos;B&apos; &#039;C&#039;', `"A" 'B' 'C'`],
    ['blanks before a quoted value', `<a href= '/x'>x</a>`, '<a href="/x">x</a>'],
  ])('does not look at %s', (_, one, other) => {
    expect(comparableHtml(one)).toBe(comparableHtml(other));
  });

  it.each([
    ['words', '<p>One</p>', '<p>Two</p>'],
    ['tags', '<b>One</b>', '<i>One</i>'],
    ['addresses', '<a href="/x">x</a>', '<a href="/y">x</a>'],
    ['a blank beside a word in bold', '<b>One</b> two', '<b>One</b>two'],
    ['the case of words', 'one', 'One'],
    ['the case of a value', '<a href="/X">x</a>', '<a href="/x">x</a>'],
    ['which quotes stand in the text', '&quot;A&quot;', '&apos;A&apos;'],
    ['quotes at all', '&quot;A&quot;', 'A'],
    ['a single quote', '&apos;A&apos;', 'A'],
    ['a single quote written as a number', '&#039;A&#39;', 'A'],
  ])('looks at %s', (_, one, other) => {
    expect(comparableHtml(one)).not.toBe(comparableHtml(other));
  });

  it('comes through what is not HTML at all', () => {
    expect(comparableHtml('a < b >> <<< </')).toBe('a < b >> <<< </');
  });
});

describe('plainText', () => {
  it('is what a reader sees', () => {
    expect(plainText('<h2>Tote</h2><p>Heavy&nbsp;<b>cotton</b></p>')).toBe('Tote Heavy cotton');
  });
});

describe('isBlankHtml', () => {
  it.each([
    ['nothing', '', true],
    ['what an editor leaves behind', '<p>&nbsp;<br></p>', true],
    ['a picture', '<p><img src="/a.png"></p>', false],
    ['a word', '<p>x</p>', false],
  ])('tells %s', (_, html, expected) => {
    expect(isBlankHtml(html)).toBe(expected);
  });
});

package dev.deed.engine;

import java.util.HashSet;
import java.util.Set;

/// The comments of a file that are not part of a string, a function body or another comment. Reads
/// the text without parsing it, because markers decide what is parsed.
final class TopLevelComments {

  private final String text;
  private final Set<Integer> starts = new HashSet<>();
  private int at;
  private boolean isCut;
  private int lastCode = -1;

  private TopLevelComments(String text) {
    this.text = text;
    while (at < text.length()) {
      read();
    }
  }

  static TopLevelComments of(String text) {
    return new TopLevelComments(text);
  }

  /// Whether a comment starts at that offset. True for any if a string or a comment does not end: a
  /// marker that is missed would let the down run together with the up.
  boolean startAt(int offset) {
    return isCut || starts.contains(offset);
  }

  /// Whether anything but comments follows that offset.
  boolean isCodeAfter(int offset) {
    return isCut || lastCode >= offset;
  }

  private void read() {
    var c = text.charAt(at);
    var start = at;
    if (!readComment(c)) {
      readCode(c);
      lastCode = Character.isWhitespace(c) ? lastCode : start;
    }
  }

  private boolean readComment(char c) {
    if (c == '-' && text.startsWith("--", at)) {
      starts.add(at);
      var end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (c == '/' && text.startsWith("/*", at)) {
      starts.add(at);
      skipBlock();
    } else {
      return false;
    }
    return true;
  }

  private void readCode(char c) {
    if (c == '\'' || c == '"') {
      skipQuoted(c, c == '\'' && hasEscapes());
    } else if (c == '$' && !isWordBefore()) {
      skipDollarQuoted();
    } else {
      at++;
    }
  }

  private void skipBlock() {
    var depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    isCut |= depth > 0;
  }

  private boolean hasEscapes() {
    return at > 0
        && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
        && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  private boolean isWordBefore() {
    return at > 0
        && (Character.isLetterOrDigit(text.charAt(at - 1))
            || "_$".indexOf(text.charAt(at - 1)) >= 0);
  }

  private void skipQuoted(char quote, boolean escapes) {
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      at += escapes && text.charAt(at) == '\\' ? 1 : 0;
    }
    isCut |= at >= text.length();
    at++;
  }

  private void skipDollarQuoted() {
    var end = at + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    var isTag = text.startsWith("$", end) && !Character.isDigit(text.charAt(at + 1));
    if (!isTag) {
      at++;
      return;
    }
    var tag = text.substring(at, end + 1);
    var close = text.indexOf(tag, end + 1);
    isCut |= close < 0;
    at = close < 0 ? text.length() : close + tag.length();
  }
}

package dev.deed.drift;

import dev.deed.drift.Subject.Reach;
import dev.deed.drift.Subject.Role;
import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.parse.ScriptParts;
import dev.deed.sql.parse.TokenParts;
import java.util.Arrays;
import java.util.TreeMap;

/// The statements of a dump by their words: what each of them is about, and what it mentions. That
/// takes a tenth of the time of parsing them, and shows what need not be parsed.
final class DumpWords {

  /// @param offset of its first character in the dump
  /// @param length in characters
  record Place(long offset, int length) {}

  private final WordTable words = new WordTable();
  private final NumberLists abouts = new NumberLists();
  private final NumberLists mentions = new NumberLists();
  private long[] offsets = new long[1 << 10];
  private int[] lengths = new int[1 << 10];
  private byte[] traits = new byte[1 << 10];

  /// For each word a digest of the statements about it, in their order.
  private long[] digests = new long[1 << 10];

  /// The statement that mentioned the word last.
  private int[] mentionedBy = new int[1 << 10];

  private final TreeMap<Long, Long> settings = new TreeMap<>();
  private long setting;
  private long pervasive;
  private boolean known = true;
  private boolean qualified;
  private boolean owners;
  private boolean grants;
  private boolean objects;
  private int tables;
  private long length;

  private DumpWords() {
    Arrays.fill(mentionedBy, -1);
  }

  /// Reads all of it.
  static DumpWords of(ScriptParts.Source text) {
    var words = new DumpWords();
    var parts = new TokenParts(text);
    while (words.known && parts.hasNext()) {
      words.add(parts.next());
    }
    return words;
  }

  /// False if it has a statement that `pg_dump` does not write.
  boolean isKnown() {
    return known;
  }

  /// Whether a statement sets the owner of an object, or there is no object at all.
  boolean hasOwners() {
    return owners || !objects;
  }

  boolean hasGrants() {
    return grants;
  }

  int tables() {
    return tables;
  }

  /// In characters.
  long length() {
    return length;
  }

  WordTable words() {
    return words;
  }

  /// The words with the objects that each statement is about.
  NumberLists abouts() {
    return abouts;
  }

  NumberLists mentions() {
    return mentions;
  }

  int statements() {
    return abouts.count();
  }

  Place place(int statement) {
    return new Place(offsets[statement], lengths[statement]);
  }

  Role role(int statement) {
    return ROLES[traits[statement] & 7];
  }

  Reach reach(int statement) {
    return REACHES[(traits[statement] >> 3) & 3];
  }

  boolean creates(int statement) {
    return (traits[statement] & 32) != 0;
  }

  /// Of all statements about the word; 0 for none.
  long digest(int word) {
    return word < 0 || word >= digests.length ? 0 : digests[word];
  }

  /// Of all statements that others depend on without their names.
  long pervasive() {
    return pervasive;
  }

  private static final Role[] ROLES = Role.values();
  private static final Reach[] REACHES = Reach.values();

  private void add(TokenParts.Part part) {
    var tokens = part.tokens();
    for (var first = 0; known && first < part.end(); first++) {
      var end = part.endOf(first);
      if (end > first || tokens.sign(first) == Sign.META || tokens.sign(first) == Sign.COPY_DATA) {
        add(tokens, first, Math.max(end, first + 1));
      }
      first = end;
    }
    length += part.text().length();
  }

  private void add(Tokens tokens, int first, int end) {
    var subject = SubjectReader.read(tokens, first, end);
    if (subject.role() == Role.NONE) {
      return;
    }
    if (subject.role() == Role.UNKNOWN
        || !isWhole(tokens, first, end)
        || subject.about().stream().anyMatch(token -> isStrange(tokens, token))) {
      known = false;
      return;
    }
    var start = tokens.start(first);
    var text = WordTable.digest(tokens.text(), start, tokens.end(end - 1), false);
    if (subject.role() == Role.SETTING) {
      qualified = qualified || SubjectReader.emptiesSearchPath(tokens, first);
      settings.put(word(tokens, subject.about().getFirst()), text);
      setting = settings.values().stream().reduce(0L, WordTable::both);
    } else if (qualified) {
      note(tokens, first, end, subject);
    } else {
      known = false;
      return;
    }
    put(tokens, first, end, subject, WordTable.both(setting, text));
  }

  private static boolean isWhole(Tokens tokens, int first, int end) {
    for (var i = first; i < end; i++) {
      if (tokens.sign(i) == Sign.BROKEN || (i > first && tokens.sign(i) == Sign.META)) {
        return false;
      }
    }
    return true;
  }

  /// In a string, the name would look otherwise.
  private static boolean isStrange(Tokens tokens, int token) {
    for (var i = tokens.start(token) + 1; i < tokens.end(token) - 1; i++) {
      var c = tokens.text().charAt(i);
      if (c == '"' || c == '\'' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  /// What the whole of the dump says about itself.
  private void note(Tokens tokens, int first, int end, Subject subject) {
    var keyword = tokens.keyword(first);
    var kind = tokens.keyword(first + 1);
    if (keyword == Keyword.GRANT
        || keyword == Keyword.REVOKE
        || (keyword == Keyword.ALTER && kind == Keyword.DEFAULT)) {
      grants = true;
    }
    if (kind == Keyword.SCHEMA && tokens.is(first + 2, "public")) {
      return;
    }
    objects = true;
    for (var i = first; i < end - 1 && !owners; i++) {
      owners =
          (keyword == Keyword.ALTER
                  && tokens.keyword(i) == Keyword.OWNER
                  && tokens.keyword(i + 1) == Keyword.TO)
              || (kind == Keyword.SCHEMA && tokens.keyword(i) == Keyword.AUTHORIZATION);
    }
    if (subject.creates()
        && (kind == Keyword.TABLE || tokens.keyword(first + 2) == Keyword.TABLE)) {
      tables++;
    }
  }

  private void put(Tokens tokens, int first, int end, Subject subject, long digest) {
    var statement = abouts.count();
    if (statement == lengths.length) {
      offsets = Arrays.copyOf(offsets, statement * 2);
      lengths = Arrays.copyOf(lengths, statement * 2);
      traits = Arrays.copyOf(traits, statement * 2);
    }
    offsets[statement] = length + tokens.start(first);
    lengths[statement] = tokens.end(end - 1) - tokens.start(first);
    traits[statement] =
        (byte)
            (subject.role().ordinal()
                | (subject.reach().ordinal() << 3)
                | (subject.creates() ? 32 : 0));
    if (subject.role() == Role.PERVASIVE) {
      pervasive = WordTable.both(pervasive, digest);
    }
    if (subject.role() != Role.SETTING) {
      for (var token : subject.about()) {
        var word = words.number(word(tokens, token));
        hold(word);
        digests[word] = WordTable.both(digests[word], digest);
        abouts.add(word);
      }
      mention(tokens, first, end, statement);
    }
    abouts.endList();
    mentions.endList();
  }

  private void hold(int word) {
    if (word >= digests.length) {
      var size = digests.length;
      digests = Arrays.copyOf(digests, size * 2);
      mentionedBy = Arrays.copyOf(mentionedBy, size * 2);
      Arrays.fill(mentionedBy, size, size * 2, -1);
    }
  }

  private static long word(Tokens tokens, int token) {
    var quoted = tokens.sign(token) != Sign.WORD;
    var start = tokens.start(token) + (quoted ? 1 : 0);
    return WordTable.digest(tokens.text(), start, tokens.end(token) - (quoted ? 1 : 0), !quoted);
  }

  /// Names of objects are qualified. What is in a string, or in a body, may be a name.
  private void mention(Tokens tokens, int first, int end, int statement) {
    var keyword = tokens.keyword(first);
    var isText = keyword == Keyword.COMMENT || keyword == Keyword.SECURITY;
    for (var i = first + 1; i < end; i++) {
      switch (tokens.sign(i)) {
        case WORD, QUOTED -> {
          if (tokens.sign(i - 1) == Sign.DOT || isBare(tokens, i)) {
            mention(word(tokens, i), statement);
          }
        }
        case STRING -> {
          if (!isText) {
            mentionAll(tokens.text(), tokens.start(i), tokens.end(i), statement);
          }
        }
        default -> {}
      }
    }
  }

  /// The name of an object that is in no schema, or of an index of its relation.
  private static boolean isBare(Tokens tokens, int token) {
    return switch (tokens.keyword(token - 1)) {
      case LANGUAGE, SERVER, WRAPPER, USING, METHOD, INDEX -> true;
      case null, default -> false;
    };
  }

  private void mentionAll(String text, int from, int to, int statement) {
    var start = -1;
    for (var i = from; i <= to; i++) {
      var isWord = i < to && isPart(text.charAt(i));
      var quote = i < to && text.charAt(i) == '"' ? text.indexOf('"', i + 1) : -1;
      if (quote > i && quote < to) {
        mention(WordTable.digest(text, i + 1, quote, false), statement);
      }
      if (isWord && start < 0) {
        start = i;
      } else if (!isWord && start >= 0) {
        var folded = WordTable.digest(text, start, i, true);
        mention(folded, statement);
        var exact = WordTable.digest(text, start, i, false);
        if (exact != folded) {
          mention(exact, statement);
        }
        start = -1;
      }
    }
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c >= 128;
  }

  private void mention(long digest, int statement) {
    var word = words.number(digest);
    hold(word);
    if (mentionedBy[word] != statement) {
      mentionedBy[word] = statement;
      mentions.add(word);
    }
  }
}

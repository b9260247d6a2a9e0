package dev.deed.drift;

import dev.deed.drift.Subject.Reach;
import dev.deed.drift.Subject.Role;
import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds what a statement is about, without parsing it. What `pg_dump` does not write is unknown:
/// then the dump is read as a whole.
final class SubjectReader {

  private final Tokens tokens;
  private final int first;
  private final int end;
  private int at;

  private SubjectReader(Tokens tokens, int first, int end) {
    this.tokens = tokens;
    this.first = first;
    this.end = end;
    this.at = first;
  }

  /// @param end the token after the statement
  static Subject read(Tokens tokens, int first, int end) {
    return new SubjectReader(tokens, first, end).subject();
  }

  private Subject subject() {
    if (tokens.sign(first) == Sign.META) {
      return tokens.raw(first).matches("\\\\(un)?restrict .*") ? Subject.NOTHING : Subject.UNKNOWN;
    }
    var keyword = keyword(at);
    at++;
    return switch (keyword) {
      case SET -> isOrdinary(at) ? setting(at) : Subject.UNKNOWN;
      case SELECT -> emptiesSearchPath(tokens, first) ? setting(at + 4) : Subject.UNKNOWN;
      case CREATE -> created();
      case ALTER -> altered();
      case COMMENT -> accept(Keyword.ON) ? said() : Subject.UNKNOWN;
      case SECURITY -> find(Keyword.ON) ? said() : Subject.UNKNOWN;
      case GRANT, REVOKE -> find(Keyword.ON) ? granted() : Subject.KEPT;
      case null, default -> Subject.UNKNOWN;
    };
  }

  private static Subject setting(int name) {
    return Subject.changing(Role.SETTING, Reach.NONE, List.of(name));
  }

  /// A setting that changes neither names nor owners.
  private boolean isOrdinary(int name) {
    return switch (keyword(name)) {
      case SESSION, LOCAL, ROLE -> false;
      case null, default -> !tokens.is(name, "search_path");
    };
  }

  /// `SELECT pg_catalog.set_config('search_path', '', false)`: after it, all names are qualified.
  static boolean emptiesSearchPath(Tokens tokens, int first) {
    return tokens.count() > first + 9
        && tokens.is(first + 1, "pg_catalog")
        && tokens.is(first + 3, "set_config")
        && tokens.is(first + 5, "'search_path'")
        && tokens.is(first + 7, "''");
  }

  // CREATE

  private Subject created() {
    if (accept(Keyword.OR)) {
      at++;
    }
    var unlogged = accept(Keyword.UNLOGGED);
    var kind = keyword(at);
    at++;
    return switch (kind) {
      case TABLE -> table();
      case FOREIGN ->
          accept(Keyword.TABLE) ? table() : accept(Keyword.DATA) ? after(1) : Subject.UNKNOWN;
      case MATERIALIZED, RECURSIVE -> accept(Keyword.VIEW) ? object() : Subject.UNKNOWN;
      case VIEW, SEQUENCE, TYPE, DOMAIN, FUNCTION, PROCEDURE, AGGREGATE -> object();
      case UNIQUE -> !unlogged && accept(Keyword.INDEX) ? index() : Subject.UNKNOWN;
      case INDEX -> index();
      case CONSTRAINT -> accept(Keyword.TRIGGER) ? part(Keyword.ON) : Subject.UNKNOWN;
      case TRIGGER, POLICY -> part(Keyword.ON);
      case RULE -> rule();
      case TRUSTED -> procedural();
      case PROCEDURAL -> accept(Keyword.LANGUAGE) ? kept() : Subject.UNKNOWN;
      case LANGUAGE, SERVER, COLLATION -> kept();
      case ACCESS -> after(1);
      case TEXT -> after(2);
      case PUBLICATION -> named(Role.PUBLICATION, Reach.ALL, true);
      case SCHEMA, EXTENSION, EVENT, SUBSCRIPTION, USER, CONVERSION, DEFAULT, STATISTICS ->
          Subject.KEPT;
      case OPERATOR, CAST, TRANSFORM -> Subject.PERVASIVE;
      case null, default -> Subject.UNKNOWN;
    };
  }

  private Subject procedural() {
    accept(Keyword.PROCEDURAL);
    return accept(Keyword.LANGUAGE) ? kept() : Subject.UNKNOWN;
  }

  private Subject object() {
    return named(Role.OBJECT, Reach.ALL, true);
  }

  private Subject kept() {
    return named(Role.KEPT, Reach.ALL, true);
  }

  /// The name comes after so many words.
  private Subject after(int words) {
    at += words;
    return kept();
  }

  private Subject named(Role role, Reach reach, boolean creates) {
    var name = name();
    return name < 0 ? Subject.UNKNOWN : new Subject(role, reach, List.of(name), creates);
  }

  /// A child takes a part of its columns from its parents.
  private Subject table() {
    if (accept(Keyword.IF)) {
      at += 2;
    }
    var name = name();
    if (name < 0) {
      return Subject.UNKNOWN;
    }
    var about = new ArrayList<Integer>();
    about.add(name);
    if (accept(Keyword.PARTITION)) {
      at++;
      about.add(name());
    } else if (find(Keyword.INHERITS)) {
      do {
        at++;
        about.add(name());
      } while (tokens.sign(at) == Sign.COMMA);
    }
    return about.contains(-1) ? Subject.UNKNOWN : Subject.creating(Role.OBJECT, Reach.ALL, about);
  }

  private Subject index() {
    accept(Keyword.CONCURRENTLY);
    var index = name();
    if (index < 0 || !accept(Keyword.ON)) {
      return Subject.UNKNOWN;
    }
    accept(Keyword.ONLY);
    var table = name();
    return table < 0
        ? Subject.UNKNOWN
        : Subject.changing(Role.OBJECT, Reach.PART, List.of(table, index));
  }

  /// @param before the word before the name of its relation
  private Subject part(Keyword before) {
    at++;
    return find(before) ? named(Role.OBJECT, Reach.NONE, false) : Subject.UNKNOWN;
  }

  /// A rule can be the query of a view.
  private Subject rule() {
    return find(Keyword.TO) ? named(Role.OBJECT, Reach.ALL, false) : Subject.UNKNOWN;
  }

  // ALTER

  private Subject altered() {
    if (isUnordered()) {
      return Subject.UNKNOWN;
    }
    var isOwner = has(i -> keyword(i) == Keyword.OWNER && keyword(i + 1) == Keyword.TO);
    var reach = isOwner ? Reach.NONE : Reach.ALL;
    var kind = keyword(at);
    at++;
    return switch (kind) {
      case TABLE -> relation(reach);
      case FOREIGN ->
          accept(Keyword.TABLE)
              ? relation(reach)
              : keyword(at) == Keyword.DATA ? Subject.KEPT : Subject.UNKNOWN;
      case MATERIALIZED -> accept(Keyword.VIEW) ? relation(reach) : Subject.UNKNOWN;
      case VIEW, SEQUENCE, INDEX -> relation(reach);
      case TYPE, DOMAIN, FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
          named(Role.OBJECT, reach, false);
      case COLLATION -> named(Role.KEPT, reach, false);
      case TEXT -> {
        at += 2;
        yield named(Role.KEPT, reach, false);
      }
      case PUBLICATION -> named(Role.PUBLICATION, reach, false);
      case OPERATOR -> isOwner ? Subject.KEPT : Subject.PERVASIVE;
      case DEFAULT,
          SCHEMA,
          PROCEDURAL,
          LANGUAGE,
          SERVER,
          EVENT,
          SUBSCRIPTION,
          CONVERSION,
          STATISTICS,
          USER,
          LARGE ->
          Subject.KEPT;
      case null, default -> Subject.UNKNOWN;
    };
  }

  /// What `pg_dump` does not write, because it would make an object another one.
  private boolean isUnordered() {
    return has(i ->
        switch (keyword(i)) {
          case RENAME, DETACH -> true;
          case SET -> keyword(i + 1) == Keyword.SCHEMA;
          case NO -> keyword(i + 1) == Keyword.INHERIT && tokens.sign(i - 1) != Sign.CLOSE;
          case null, default -> false;
        });
  }

  private Subject relation(Reach reach) {
    accept(Keyword.ONLY);
    var name = name();
    if (name < 0 || has(i -> tokens.sign(i) == Sign.COMMA)) {
      return Subject.UNKNOWN;
    }
    if (keyword(at) == Keyword.ADD && keyword(at + 1) == Keyword.CONSTRAINT) {
      return constraint(name);
    }
    if (keyword(at) == Keyword.ATTACH && keyword(at + 1) == Keyword.PARTITION) {
      at += 2;
      return with(name, name());
    }
    if (accept(Keyword.INHERIT)) {
      return with(name, name());
    }
    if (keyword(at) == Keyword.OWNED && keyword(at + 1) == Keyword.BY) {
      at += 2;
      return with(name, column());
    }
    if (find(Keyword.SEQUENCE, Keyword.NAME)) {
      return with(name, name());
    }
    return Subject.changing(Role.OBJECT, reach, List.of(name));
  }

  private static Subject with(int name, int other) {
    return other < 0
        ? Subject.UNKNOWN
        : Subject.changing(Role.OBJECT, Reach.ALL, List.of(name, other));
  }

  /// Only those with an index can be named by others.
  private Subject constraint(int table) {
    at += 2;
    var name = at;
    at++;
    return switch (keyword(at)) {
      case PRIMARY, UNIQUE, EXCLUDE ->
          Subject.changing(Role.OBJECT, Reach.PART, List.of(table, name));
      case null, default -> Subject.changing(Role.OBJECT, Reach.NONE, List.of(table));
    };
  }

  // COMMENT, SECURITY LABEL, GRANT, REVOKE

  private Subject said() {
    var kind = keyword(at);
    at++;
    return switch (kind) {
      case TABLE, VIEW, SEQUENCE, INDEX, TYPE, DOMAIN, FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
          attribute();
      case FOREIGN -> accept(Keyword.TABLE) ? attribute() : Subject.KEPT;
      case MATERIALIZED -> accept(Keyword.VIEW) ? attribute() : Subject.UNKNOWN;
      case COLUMN -> {
        var relation = column();
        yield relation < 0
            ? Subject.UNKNOWN
            : Subject.changing(Role.OBJECT, Reach.NONE, List.of(relation));
      }
      case CONSTRAINT -> {
        at++;
        if (!accept(Keyword.ON)) {
          yield Subject.UNKNOWN;
        }
        accept(Keyword.DOMAIN);
        yield attribute();
      }
      case TRIGGER, RULE, POLICY -> {
        at++;
        yield accept(Keyword.ON) ? attribute() : Subject.UNKNOWN;
      }
      case PUBLICATION -> named(Role.PUBLICATION, Reach.NONE, false);
      case null, default -> Subject.KEPT;
    };
  }

  private Subject attribute() {
    return named(Role.OBJECT, Reach.NONE, false);
  }

  private Subject granted() {
    var kind = keyword(at);
    return switch (kind) {
      case TABLE, SEQUENCE, TYPE, DOMAIN, FUNCTION, PROCEDURE, ROUTINE -> {
        at++;
        yield attribute();
      }
      case FOREIGN, SCHEMA, LANGUAGE, DATABASE, LARGE, TABLESPACE, PARAMETER -> Subject.KEPT;
      case ALL -> Subject.UNKNOWN;
      case null, default -> attribute();
    };
  }

  // Words

  /// The last part of a name that begins here; -1 if there is none.
  private int name() {
    if (!isName(at)) {
      return -1;
    }
    while (tokens.sign(at + 1) == Sign.DOT && at + 2 < end && isName(at + 2)) {
      at += 2;
    }
    at++;
    return at - 1;
  }

  /// The part before the last one.
  private int column() {
    var begin = at;
    var last = name();
    return last < begin + 2 ? -1 : last - 2;
  }

  private boolean isName(int token) {
    return token < end && (tokens.sign(token) == Sign.WORD || tokens.sign(token) == Sign.QUOTED);
  }

  private @Nullable Keyword keyword(int token) {
    return token < end && token >= first ? tokens.keyword(token) : null;
  }

  private boolean accept(Keyword word) {
    if (keyword(at) != word) {
      return false;
    }
    at++;
    return true;
  }

  /// Goes to the token after the first such words outside of parentheses.
  private boolean find(Keyword... words) {
    var depth = 0;
    for (var i = at; i < end; i++) {
      switch (tokens.sign(i)) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case WORD -> {
          if ((depth == 0 || words.length > 1) && isThere(words, i)) {
            at = i + words.length;
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean isThere(Keyword[] words, int from) {
    for (var i = 0; i < words.length; i++) {
      if (keyword(from + i) != words[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether there is such a token outside of parentheses.
  private boolean has(Predicate<Integer> wanted) {
    var depth = 0;
    for (var i = at; i < end; i++) {
      switch (tokens.sign(i)) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        default -> {
          if (depth == 0 && wanted.test(i)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

package dev.deed.sql.parse;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds functions and types named in a definition in parentheses: `(sfunc = int4pl, stype =
/// int4)`.
final class DefinedRoutines {

  private static final Set<String> NAMING_A_FUNCTION =
      Set.of(
          "procedure",
          "function",
          "restrict",
          "join",
          "sfunc",
          "sfunc1",
          "finalfunc",
          "combinefunc",
          "serialfunc",
          "deserialfunc",
          "msfunc",
          "minvfunc",
          "mfinalfunc");

  private static final Set<String> NAMING_A_TYPE =
      Set.of("leftarg", "rightarg", "stype", "mstype", "basetype");

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;
  private final List<ObjectAccess> found = new ArrayList<>();

  DefinedRoutines(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  /// In the definition that starts with the parenthesis at token `first` and ends before the
  /// cursor.
  List<ObjectAccess> since(int first) {
    var end = cursor.position();
    cursor.moveTo(first + 1);
    while (cursor.position() < end - 1) {
      element();
      skipToNext(end - 1);
    }
    cursor.moveTo(end);
    return found;
  }

  private void element() {
    var name = cursor.label("a name").toLowerCase(Locale.ROOT);
    if (!cursor.accept(Sign.EQUAL)) {
      return;
    }
    if (NAMING_A_FUNCTION.contains(name) && names.atRoutineName()) {
      found.add(called(cursor, names));
    } else if (NAMING_A_TYPE.contains(name) && cursor.atTypeOrFunctionName()) {
      var first = cursor.position();
      found.addAll(parsing.uses(parsing.types.type(), first));
    }
  }

  /// The function named here, by name only.
  static ObjectAccess called(Cursor cursor, ObjectNames names) {
    var start = cursor.position();
    var function = ObjectName.of(ObjectKind.FUNCTION, names.routineName());
    return ObjectAccess.of(function, Access.REFERENCES, null, cursor.spanFrom(start));
  }

  private void skipToNext(int end) {
    var depth = 0;
    while (cursor.position() < end) {
      if (depth == 0 && cursor.accept(Sign.COMMA)) {
        return;
      }
      if (cursor.at(Sign.OPEN)) {
        depth++;
      } else if (cursor.at(Sign.CLOSE)) {
        depth--;
      }
      cursor.advance();
    }
  }
}

package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.CALLED;
import static dev.deed.sql.Keyword.COST;
import static dev.deed.sql.Keyword.DEFINER;
import static dev.deed.sql.Keyword.EXTERNAL;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.IMMUTABLE;
import static dev.deed.sql.Keyword.INPUT;
import static dev.deed.sql.Keyword.INVOKER;
import static dev.deed.sql.Keyword.LEAKPROOF;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NULL;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.PARALLEL;
import static dev.deed.sql.Keyword.RESET;
import static dev.deed.sql.Keyword.RETURNS;
import static dev.deed.sql.Keyword.ROWS;
import static dev.deed.sql.Keyword.SECURITY;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.STABLE;
import static dev.deed.sql.Keyword.STRICT;
import static dev.deed.sql.Keyword.SUPPORT;
import static dev.deed.sql.Keyword.TRANSFORM;
import static dev.deed.sql.Keyword.TYPE;
import static dev.deed.sql.Keyword.VOLATILE;

import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Options that `CREATE` and `ALTER FUNCTION` share, in any order.
final class RoutineOptions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final RoutineConfiguration configuration;
  private final Map<RoutineOption, String> options = new EnumMap<>(RoutineOption.class);

  RoutineOptions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.configuration = new RoutineConfiguration(parsing);
  }

  Map<RoutineOption, String> options() {
    return options;
  }

  Map<String, String> configuration() {
    return configuration.values();
  }

  void add(RoutineOption option, String value) {
    options.put(option, value);
  }

  /// Takes one option, if there is one.
  boolean accept() {
    return acceptVolatility()
        || acceptNullHandling()
        || acceptSecurity()
        || acceptLeakproof()
        || acceptPlanning()
        || acceptConfiguration();
  }

  private boolean acceptVolatility() {
    if (!cursor.atAny(IMMUTABLE, STABLE, VOLATILE)) {
      return false;
    }
    add(RoutineOption.VOLATILITY, cursor.takeName());
    return true;
  }

  private boolean acceptNullHandling() {
    if (cursor.accept(STRICT)) {
      add(RoutineOption.STRICT, "true");
    } else if (cursor.accept(RETURNS)) {
      cursor.expect(NULL);
      onNullInput();
      add(RoutineOption.STRICT, "true");
    } else if (cursor.accept(CALLED)) {
      onNullInput();
      add(RoutineOption.STRICT, "false");
    } else {
      return false;
    }
    return true;
  }

  private void onNullInput() {
    cursor.expect(ON, NULL);
    cursor.expect(INPUT);
  }

  private boolean acceptSecurity() {
    if (!cursor.at(SECURITY) && !cursor.at(EXTERNAL)) {
      return false;
    }
    cursor.accept(EXTERNAL);
    cursor.expect(SECURITY);
    var definer = cursor.accept(DEFINER);
    if (!definer) {
      cursor.expect(INVOKER);
    }
    add(RoutineOption.SECURITY_DEFINER, String.valueOf(definer));
    return true;
  }

  private boolean acceptLeakproof() {
    if (cursor.accept(LEAKPROOF)) {
      add(RoutineOption.LEAKPROOF, "true");
    } else if (cursor.accept(NOT, LEAKPROOF)) {
      add(RoutineOption.LEAKPROOF, "false");
    } else {
      return false;
    }
    return true;
  }

  private boolean acceptPlanning() {
    if (cursor.accept(COST)) {
      add(RoutineOption.COST, cursor.signedNumber("a cost"));
    } else if (cursor.accept(ROWS)) {
      add(RoutineOption.ROWS, cursor.signedNumber("a number of rows"));
    } else if (cursor.accept(SUPPORT)) {
      add(RoutineOption.SUPPORT, cursor.qualifiedName("a function name").quoted());
    } else if (cursor.accept(PARALLEL)) {
      add(
          RoutineOption.PARALLEL,
          cursor.name("safe, restricted or unsafe").toLowerCase(Locale.ROOT));
    } else {
      return false;
    }
    return true;
  }

  private boolean acceptConfiguration() {
    if (cursor.accept(SET)) {
      configuration.set();
    } else if (cursor.accept(RESET)) {
      configuration.reset();
    } else {
      return false;
    }
    return true;
  }

  /// `TRANSFORM FOR TYPE type, ...`, for `CREATE` only.
  boolean acceptTransform() {
    if (!cursor.accept(TRANSFORM)) {
      return false;
    }
    var types = new ArrayList<String>();
    do {
      cursor.expect(FOR, TYPE);
      types.add(parsing.types.type().text());
    } while (cursor.accept(Sign.COMMA));
    add(RoutineOption.TRANSFORM, String.join(", ", types));
    return true;
  }
}

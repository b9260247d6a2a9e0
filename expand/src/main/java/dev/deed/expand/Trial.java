package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Computes the values of a story for rows that are there, and changes nothing: which rows fail,
/// and why.
public final class Trial {

  /// The setting that holds the answer: a count, and then a line for each of the first rows.
  public static final String ANSWER = "deed.trial";

  /// That are tried.
  public static final int ROWS = 10_000;

  private static final int SHOWN = 10;

  private static final String BLOCK =
      """
      DO $deed_trial$
      DECLARE
          r record;
          deed_count bigint := 0;
          deed_failed text := '';
      %s\
      BEGIN
          FOR r IN SELECT * FROM %s LIMIT %d LOOP
              BEGIN
      %s\
              EXCEPTION WHEN OTHERS THEN
                  deed_count := deed_count + 1;
                  IF deed_count <= %d THEN
                      deed_failed := deed_failed || E'\\n' || %s || ': ' || SQLERRM;
                  END IF;
              END;
          END LOOP;
          PERFORM set_config('%s', deed_count || deed_failed, true);
      END
      $deed_trial$\
      """;

  private final TargetTable target;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> declarations = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  Trial(TargetTable target) {
    this.target = target;
  }

  /// A value that a column of this name gets; what follows may use it.
  ///
  /// @param isRequired the column cannot be empty
  Trial value(String column, TypeName type, Expression value, boolean isRequired) {
    var name = "deed_value_" + declarations.size();
    declarations.add("    %s %s;%n".formatted(name, type.text()));
    steps.add(
        "            %s := %s;%n"
            .formatted(name, Expressions.sql(Expressions.withColumns(value, this::inRow))));
    if (isRequired) {
      steps.add(
          "            IF %s IS NULL THEN RAISE EXCEPTION 'the value of %s is NULL'; END IF;%n"
              .formatted(name, column.replace("'", "''").replace("%", "%%")));
    }
    variables.put(column, name);
    return this;
  }

  private Expression inRow(String column) {
    var variable = variables.get(column);
    return new Column(variable == null ? List.of("r", column) : List.of(variable));
  }

  /// To be sent to a server.
  public String sql() {
    var key =
        target.key().isEmpty()
            ? "'a row'"
            : "concat_ws(', ', %s)"
                .formatted(
                    target.key().stream()
                        .map(k -> "r." + Identifier.quoted(k))
                        .collect(Collectors.joining(", ")));
    return BLOCK.formatted(
        String.join("", declarations),
        target.quoted(),
        ROWS,
        String.join("", steps),
        SHOWN,
        key,
        ANSWER);
  }
}

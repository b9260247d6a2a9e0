package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a trigger fires and for what: all of its definition but the function that it runs.
///
/// @param events in PostgreSQL's order, whichever the statement had
/// @param columns that an update must name, empty for any
/// @param constraint `CREATE CONSTRAINT TRIGGER`
/// @param fromTable the other table of a constraint trigger
/// @param oldTable the transition table of the rows as they were
/// @param newTable the transition table of the rows as they are
public record TriggerDefinition(
    TriggerTiming timing,
    Set<TriggerEvent> events,
    List<String> columns,
    boolean forEachRow,
    boolean constraint,
    Deferrability check,
    @Nullable ExpressionText when,
    @Nullable QualifiedName fromTable,
    @Nullable String oldTable,
    @Nullable String newTable) {

  public TriggerDefinition {
    events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    columns = List.copyOf(columns);
  }

  public boolean fires(TriggerEvent event) {
    return events.contains(event);
  }

  /// A copy to change.
  public Draft copy() {
    var draft = new Draft(timing);
    draft.events.addAll(events);
    draft.columns.addAll(columns);
    draft.forEachRow = forEachRow;
    draft.constraint = constraint;
    draft.check = check;
    draft.when = when;
    draft.fromTable = fromTable;
    draft.oldTable = oldTable;
    draft.newTable = newTable;
    return draft;
  }

  /// A definition that is being put together: for each statement, and immediate, unless told
  /// otherwise.
  public static final class Draft {

    private final TriggerTiming timing;
    private final Set<TriggerEvent> events = EnumSet.noneOf(TriggerEvent.class);
    private final List<String> columns = new ArrayList<>();
    private boolean forEachRow;
    private boolean constraint;
    private Deferrability check = Deferrability.IMMEDIATE;
    private @Nullable ExpressionText when;
    private @Nullable QualifiedName fromTable;
    private @Nullable String oldTable;
    private @Nullable String newTable;

    public Draft(TriggerTiming timing) {
      this.timing = timing;
    }

    /// False where the event is there already.
    public boolean event(TriggerEvent event) {
      return events.add(event);
    }

    public Draft columns(List<String> names) {
      columns.clear();
      columns.addAll(names);
      return this;
    }

    public Draft forEachRow(boolean value) {
      forEachRow = value;
      return this;
    }

    public Draft constraint(boolean value) {
      constraint = value;
      return this;
    }

    public Draft check(Deferrability value) {
      check = value;
      return this;
    }

    public Draft when(@Nullable ExpressionText condition) {
      when = condition;
      return this;
    }

    public Draft fromTable(@Nullable QualifiedName table) {
      fromTable = table;
      return this;
    }

    public Draft oldTable(@Nullable String name) {
      oldTable = name;
      return this;
    }

    public Draft newTable(@Nullable String name) {
      newTable = name;
      return this;
    }

    public TriggerDefinition definition() {
      return new TriggerDefinition(
          timing,
          events,
          columns,
          forEachRow,
          constraint,
          check,
          when,
          fromTable,
          oldTable,
          newTable);
    }
  }
}

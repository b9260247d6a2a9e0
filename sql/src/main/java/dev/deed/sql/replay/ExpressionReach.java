package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.MaintenanceEffect.Maintenance;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.DomainChange;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What evaluating expressions touches: those that belong to tables, types and policies, and that a
/// statement evaluates without naming them.
final class ExpressionReach {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final RowExpressions expressions;
  private final BodyReach bodies;
  private final ObjectAccesses touches;

  ExpressionReach(
      ReplaySession surrounding,
      RowExpressions expressions,
      BodyReach bodies,
      ObjectAccesses touches) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.expressions = expressions;
    this.bodies = bodies;
    this.touches = touches;
  }

  /// An operator calls its function, and a value of a domain is checked.
  void add(Effect.NamesObject effect) {
    var outside = touches.writer(state.statementNumber());
    bodies.name(effect, surrounding.names(), effect.span());
    touches.writer(outside);
  }

  /// What changes or maintains all rows of a table evaluates expressions for them.
  void add(TableEffect effect) {
    switch (effect) {
      case AddsColumn adds -> {
        var type = adds.column().type();
        if (type != null) {
          ofType(adds.table(), type, adds.span());
          if (adds.column().defaultValue() == null) {
            defaultOf(type, adds.span());
          }
        }
      }
      case CreatesTable creates -> {
        var partition = creates.definition().partitionOf();
        if (partition != null) {
          var parent = state.table(surrounding.names().relation(partition.parent()));
          if (parent != null && hasDefaultPartition(parent)) {
            bounds(parent, creates.span());
          }
        }
      }
      case AttachesPartition attaches ->
          attach(surrounding.names().relation(attaches.table()), attaches.span());
      case AltersColumnType alters -> {
        ofType(alters.table(), alters.type(), alters.span());
        var table = surrounding.names().relation(alters.table());
        values(table, alters.span());
        index(table, alters.span());
      }
      case AddsConstraint adds -> values(surrounding.names().relation(adds.table()), adds.span());
      case ValidatesConstraint validates -> {
        var table = surrounding.names().relation(validates.table());
        var constraint = state.constraint(table, validates.constraint());
        values(table, validates.span());
        if (constraint != null) {
          evaluate(expressions.ofCheck(constraint), validates.span());
        }
      }
      default -> {}
    }
  }

  /// Rows that are there get the default of a new column's domain.
  private void defaultOf(TypeName written, Span span) {
    var type = surrounding.names().type(written);
    var name = state.type(type.name());
    if (name != null) {
      evaluate(expressions.ofDefault(name, type), span);
    }
  }

  /// The rows of a partition are checked against its bound, and it gets the indexes of the table
  /// that it is part of.
  private void attach(QualifiedName parent, Span span) {
    var table = state.table(parent);
    if (table != null) {
      bounds(table, span);
      index(parent, span);
    }
  }

  /// The bound of a partition, and what is left for the default one, evaluates the partition key
  /// for rows that are there.
  private void bounds(Table parent, Span span) {
    expressions.ofPartitionKeys(parent).forEach(e -> evaluate(e, span));
    var above = parent.partition() == null ? null : state.table(parent.partition().parent());
    if (above != null) {
      bounds(above, span);
    }
  }

  private boolean hasDefaultPartition(Table parent) {
    return !state.defaultPartitions(parent.name()).isEmpty();
  }

  /// @param written null for a column whose type is not written
  private void ofType(QualifiedName table, @Nullable TypeName written, Span span) {
    if (written == null) {
      return;
    }
    var column = ObjectName.table(surrounding.names().relation(table));
    var outside = touches.writer(state.statementNumber());
    var type = surrounding.names().type(written);
    bodies.callAll(expressions.ofType(column, type).called(), span);
    touches.writer(outside);
  }

  /// A new check of a domain is evaluated for all values of it.
  void add(TypeEffect effect) {
    if (!(effect instanceof AltersDomain alters)) {
      return;
    }
    var domain = state.type(surrounding.names().type(alters.type()));
    if (domain == null || TypeReplay.tablesUsing(state, domain).isEmpty()) {
      return;
    }
    if (alters.change() == DomainChange.VALIDATE_CONSTRAINT) {
      callAll(List.of(domain), state.createdAt(domain), alters.span());
    }
    var constraint = alters.constraint();
    if (constraint != null && !constraint.notValid() && constraint.rule() instanceof Check check) {
      var condition = surrounding.expressions().resolve(check.condition());
      var called = expressions.of(domain, condition).called();
      callAll(called, state.statementNumber(), alters.span());
    }
  }

  /// Building indexes and gathering statistics evaluate what the indexes and statistics are on.
  void add(MaintenanceEffect effect) {
    if (effect instanceof Maintains maintains && maintains.object() != null) {
      var object = surrounding.names().object(maintains.object());
      index(object.name(), maintains.span());
      // VACUUM does the same with its option ANALYZE.
      if (maintains.maintenance() == Maintenance.ANALYZE
          || maintains.maintenance() == Maintenance.VACUUM) {
        for (var dependant : state.dependants(object)) {
          if (dependant instanceof Other other && other.name().kind() == ObjectKind.STATISTICS) {
            callAll(other.parts(), state.createdAt(other.name()), maintains.span());
          }
        }
      }
    }
  }

  /// @param name of an index, or of a table with indexes
  private void index(QualifiedName name, Span span) {
    var relation = state.relation(name);
    if (relation == null) {
      return;
    }
    var index = state.index(name);
    if (index != null) {
      evaluate(expressions.ofIndex(index), span);
    } else {
      state.indexes(relation).forEach(i -> evaluate(expressions.ofIndex(i), span));
    }
  }

  /// A new index compares values of its columns.
  void add(IndexEffect effect) {
    if (effect instanceof CreatesIndex creates) {
      values(surrounding.names().relation(creates.table()), creates.span());
      for (var element : creates.elements()) {
        var named = element.operatorClass();
        if (named != null) {
          var kind = ObjectName.operators(ObjectKind.OPERATOR_CLASS, named, creates.method());
          callAll(
              List.of(surrounding.names().object(kind)), state.statementNumber(), creates.span());
        }
      }
    }
  }

  /// Operators and casts are called for values of a table's columns.
  void values(QualifiedName relation, Span span) {
    var table = state.table(relation);
    if (table != null) {
      callAll(expressions.ofValues(table), state.statementNumber(), span);
    }
  }

  // Each row

  void newRows(Table table, Span span) {
    expressions.ofNewRows(table).forEach(e -> evaluate(e, span));
  }

  void defaultOf(TableColumn column, Span span) {
    evaluate(expressions.ofDefault(column), span);
  }

  /// The query of a view selects the rows that are changed, and checks new ones if it says so; a
  /// column that is left out gets the view's own default.
  void ofView(View view, Written written, Span span) {
    var isNew = written.fires(TriggerEvent.INSERT);
    if (!isNew || view.storage().options().containsKey("check_option")) {
      callAll(view.reads(), state.createdAt(view.name()), span);
    }
    for (var column : view.columns()) {
      var name = SchemaState.columnName(view.qualifiedName(), column);
      var isGiven = written.columns().contains(column) && !written.defaults().contains(column);
      if (isNew && !isGiven && state.get(name) instanceof OutputColumn output) {
        evaluate(expressions.of(name, output.defaultValue()), span);
      }
    }
  }

  void when(RelationPart.Trigger trigger, Span span) {
    evaluate(expressions.of(trigger.name(), trigger.fires().when()), span);
  }

  /// The policies of a table apply to all but its owner, and to the owner if they are forced.
  void policies(ObjectName name, Set<PolicyCommand> commands, Span span) {
    var table = state.table(name.name());
    if (table != null) {
      expressions.ofPolicies(table, commands).forEach(e -> evaluate(e, span));
    }
  }

  private void evaluate(RowExpressions.Evaluated evaluated, Span span) {
    if (!evaluated.called().isEmpty()) {
      callAll(evaluated.called(), state.createdAt(evaluated.owner()), span);
    }
  }

  /// @param writer the statement that created what calls them
  void callAll(List<ObjectName> called, int writer, Span span) {
    var outside = touches.writer(writer);
    bodies.callAll(called, span);
    touches.writer(outside);
  }
}

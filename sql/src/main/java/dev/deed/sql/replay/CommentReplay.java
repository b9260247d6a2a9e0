package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import org.jspecify.annotations.Nullable;

/// Replays comments and security labels.
final class CommentReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  CommentReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  void comment(ObjectName name, @Nullable String text) {
    var comment = text == null || text.isEmpty() ? null : text;
    if (name.kind() == ObjectKind.COLUMN && !state.has(name)) {
      commentOutput(name, comment);
    } else if (name.kind() == ObjectKind.DOMAIN_CONSTRAINT) {
      commentCheck(name, comment);
    } else {
      surrounding.change(name, a -> a.withComment(comment));
    }
  }

  void label(ObjectName name, @Nullable String provider, @Nullable String label) {
    surrounding.change(name, a -> a.withLabel(provider == null ? "" : provider, label));
  }

  /// Comments on a column of a view or an attribute of a composite type.
  private void commentOutput(ObjectName name, @Nullable String comment) {
    var type = state.get(ObjectName.of(ObjectKind.TYPE, name.name()));
    if (type instanceof CompositeType composite) {
      var fields =
          composite.fields().stream()
              .map(f ->
                  f.name().equals(name.own())
                      ? new Attribute(f.name(), f.type(), f.collation(), comment)
                      : f)
              .toList();
      state.put(new CompositeType(composite.name(), fields, composite.attributes()));
      return;
    }
    outputColumn(state, name);
    surrounding.change(name, a -> a.withComment(comment));
  }

  /// A view's columns are objects only if they have a comment or label.
  static void outputColumn(SchemaState state, ObjectName name) {
    var view = state.view(name.name());
    if (view != null && !state.has(name)) {
      state.put(OutputColumn.plain(name));
    }
  }

  private void commentCheck(ObjectName name, @Nullable String comment) {
    if (!(state.get(ObjectName.of(ObjectKind.DOMAIN, name.name())) instanceof DomainType domain)) {
      surrounding.change(name, a -> a.withComment(comment));
      return;
    }
    var checks =
        domain.checks().stream()
            .map(c ->
                c.name().equals(name.own())
                    ? new DomainCheck(c.name(), c.condition(), c.validated(), comment)
                    : c)
            .toList();
    state.put(
        new DomainType(
            domain.name(),
            domain.base(),
            domain.collation(),
            domain.defaultValue(),
            domain.notNull(),
            checks,
            domain.attributes()));
  }
}

package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.expression.Query;
import dev.deed.sql.replay.QueryOutput.Output;
import dev.deed.sql.schema.QueryWords;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Replays views and materialized views.
final class ViewReplay {

  private final ReplaySession surrounding;
  private final PrivilegeReplay privileges;
  private final SchemaState state;

  ViewReplay(ReplaySession surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.state = surrounding.state;
  }

  void apply(ViewEffect effect, Statement statement) {
    switch (effect) {
      case CreatesView creates -> create(creates, statement);
      case RefreshesView refreshes -> refresh(refreshes);
    }
  }

  private void create(CreatesView creates, Statement statement) {
    var name = surrounding.created(creates.view(), creates.temporary());
    var before = state.view(name);
    if (creates.ifNotExists() && before != null) {
      return;
    }
    var object = ObjectName.of(creates.kind(), name);
    var reads = new QueryReads(surrounding, statement).in(creates.query(), object);
    state.put(
        named(
            new View(
                object,
                creates.columns().isEmpty() ? columns(creates.query(), reads) : creates.columns(),
                QueryWords.of(creates.query().canonical(), widths(reads)),
                creates.withData(),
                storage(creates),
                reads,
                base(creates),
                before == null ? privileges.ofNew(object) : before.attributes())));
  }

  /// With the names that a star stands for now: those of a table may change.
  private View named(View view) {
    return view.columns().contains("*")
        ? QueryForm.of(state, view, List.of(), UnaryOperator.identity())
            .map(form -> view.with(view.query(), form.columns()))
            .orElse(view)
        : view;
  }

  private List<Integer> widths(List<ObjectName> reads) {
    return reads.stream().map(this::width).toList();
  }

  private int width(ObjectName read) {
    return switch (state.get(read)) {
      case Table table -> state.columns(table).size();
      case View view -> view.columns().size();
      case null, default -> 0;
    };
  }

  private @Nullable ObjectName base(CreatesView creates) {
    var source = creates.query().source();
    return source == null ? null : surrounding.names().object(ObjectName.table(source));
  }

  private Storage storage(CreatesView creates) {
    var options = new TreeMap<>(creates.options());
    if (creates.checkOption() != null) {
      options.put("check_option", creates.checkOption());
    }
    if (creates.kind() != ObjectKind.MATERIALIZED_VIEW) {
      return new Storage(null, null, options, null);
    }
    var method = or(creates.accessMethod(), "default_table_access_method");
    var place = or(creates.tablespace(), "default_tablespace");
    return new Storage(
        "heap".equals(method) ? null : method,
        "pg_default".equals(place) ? null : place,
        options,
        null);
  }

  /// What the statement does not say, the session's setting says.
  private @Nullable String or(@Nullable String written, String setting) {
    return written == null ? surrounding.session().setting(setting) : written;
  }

  private List<String> columns(Query query, List<ObjectName> reads) {
    if (!query.columns().contains("*")) {
      return query.columns();
    }
    var outputs = new QueryOutput(state, surrounding.names(), reads).of(query);
    return outputs.isEmpty() ? query.columns() : outputs.stream().map(Output::name).toList();
  }

  private void refresh(RefreshesView refreshes) {
    var view = state.view(surrounding.names().relation(refreshes.view()));
    if (view != null) {
      state.put(
          new View(
              view.name(),
              view.columns(),
              view.query(),
              refreshes.withData(),
              view.storage(),
              view.reads(),
              view.base(),
              view.attributes()));
    }
  }
}

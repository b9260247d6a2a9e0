package dev.deed.cli.job;

import dev.deed.cli.scratch.Copy;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.cli.scratch.ScratchCopy;
import dev.deed.drift.Side;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.rows.PopulatedViews;
import dev.deed.engine.rows.RowSource;
import dev.deed.engine.rows.RowsRefused;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.engine.scratch.ScratchFailed;
import dev.deed.ownership.CopyProvider;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Databases with the schema of an environment's, read from the catalogs, on a scratch server;
/// where it is asked for, with rows.
final class DumpCopies implements CopySource {

  /// Rows are loaded when the tables are there, and before their keys, foreign keys and triggers.
  private static final Pattern OF_TABLES =
      Pattern.compile(
          "CREATE (UNLOGGED |FOREIGN )?TABLE .*|ALTER TABLE ONLY .* ATTACH PARTITION .*",
          Pattern.DOTALL);

  private static final Pattern SETTING =
      Pattern.compile("SET .*|SELECT pg_catalog\\.set_config\\(.*", Pattern.DOTALL);

  /// Errors about rows that break a constraint.
  private static final String NOT_FITTING = "23";

  private final Scratch scratch;
  private final Targets targets;
  private final CopyProvider.Dump dump;
  private final DiskRoom room;
  private @Nullable CopiedRows rows;

  DumpCopies(Scratch scratch, Targets targets, CopyProvider.Dump dump, DiskRoom room) {
    this.scratch = scratch;
    this.targets = targets;
    this.dump = dump;
    this.room = room;
  }

  @Override
  public Copy make(DatabaseName database) {
    var address = targets.addresses(database.text()).getFirst();
    if (!dump.hasRows()) {
      return schemaOnly(address);
    }
    var chosen = rows;
    if (chosen == null) {
      chosen = CopiedRows.of(targets, dump);
      rows = chosen;
    }
    room.refuseSmall(
        address,
        scratch.server(),
        chosen.bytes(database),
        "copy fewer rows: --tables, --sample 1%; or only the schema, without them");
    return withRows(address, chosen);
  }

  private ScratchCopy schemaOnly(Address address) {
    var side = side(address, ReadOnlySession.at(address, targets.patience(), CatalogSchema::read));
    var copy = created(address.target().database(), side);
    try {
      copy.database().execute(side.statements());
      copy.database()
          .execute(ReadOnlySession.at(address, targets.patience(), PopulatedViews::refreshes));
      return copy;
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /// In one snapshot of the original: its schema and its rows.
  private ScratchCopy withRows(Address address, CopiedRows chosen) {
    return RowSource.open(
        address,
        targets.patience(),
        chosen.wish(address),
        source -> {
          var side = side(address, source.schema());
          var copy = created(address.target().database(), side);
          try {
            fill(copy, side.statements(), source, chosen);
            return copy;
          } catch (RuntimeException e) {
            copy.close();
            throw e;
          }
        });
  }

  private static void fill(
      ScratchCopy copy, List<String> statements, RowSource source, CopiedRows chosen) {
    var begin = 0;
    while (begin < statements.size() && SETTING.matcher(statements.get(begin)).matches()) {
      begin++;
    }
    var loaded = begin;
    for (var i = begin; i < statements.size(); i++) {
      if (OF_TABLES.matcher(statements.get(i)).matches()) {
        loaded = i + 1;
      }
    }
    copy.database().execute(statements.subList(0, loaded));
    chosen.copied().add(source.into(copy.database()));
    var rest = new ArrayList<>(statements.subList(0, begin));
    rest.addAll(statements.subList(loaded, statements.size()));
    rest.addAll(source.last());
    try {
      copy.database().execute(rest);
    } catch (ScratchFailed failure) {
      if (!failure.state().startsWith(NOT_FITTING)) {
        throw failure;
      }
      throw new RowsRefused(
          copy.address().target().words(),
          List.of(
              failure.getMessage()
                  + ": a mask must keep unique values different, and references equal"));
    }
  }

  private ScratchCopy created(DatabaseName database, Side side) {
    if (scratch.isOwn()) {
      ClosingProof.createRoles(scratch, side, side);
    }
    return new ScratchCopy(scratch.server().create(database));
  }

  private static Side side(Address address, CatalogSchema catalogs) {
    var name = address.target().words();
    return Side.ofCatalogs(name, new SourceFile(name), catalogs.sql(), catalogs.postgres());
  }

  @Override
  public Filling filling() {
    return Filling.SCHEMA;
  }

  @Override
  public boolean isPrivate() {
    return scratch.isOwn();
  }

  @Override
  public void createRole(String name) {
    scratch.server().execute("CREATE ROLE " + Identifier.quoted(name));
  }

  @Override
  public void remove(List<String> removals) {
    scratch.server().tryAll(removals);
  }

  @Override
  public Leftovers leftovers() {
    return scratch.leftovers();
  }

  @Override
  public String words() {
    var filled = rows;
    return "databases with the schema of %s%s, on %s"
        .formatted(
            targets.environment().name(),
            filled == null ? "" : " and " + filled.words(),
            scratch.isOwn()
                ? "a PostgreSQL that deed has started"
                : scratch.server().url().place());
  }

  @Override
  public void close() {
    scratch.close();
  }
}

package dev.deed.cli.job;

import dev.deed.cli.scratch.Copy;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.ScratchCopy;
import dev.deed.drift.Side;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.SourceFile;
import java.util.Objects;

/// Databases with the schema of an environment's, read from the catalogs, on a scratch server.
record DumpCopies(Scratch scratch, Targets targets) implements CopySource {

  @Override
  public Copy make(DatabaseName database) {
    var address = targets.addresses(database.text()).getFirst();
    var side = side(address);
    if (scratch.isOwn()) {
      ClosingProof.createRoles(scratch, side, side);
    }
    var copy = new ScratchCopy(scratch.server().create(database));
    try {
      copy.database().execute(side.statements());
      return copy;
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private Side side(Address address) {
    var catalogs = ReadOnlySession.at(address, targets.patience(), CatalogSchema::read);
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
  public String words() {
    return "databases with the schema of %s, on %s"
        .formatted(
            targets.environment().name(),
            scratch.isOwn()
                ? "a PostgreSQL that deed has started"
                : Objects.requireNonNull(scratch.server()).url().place());
  }

  @Override
  public void close() {
    scratch.close();
  }
}

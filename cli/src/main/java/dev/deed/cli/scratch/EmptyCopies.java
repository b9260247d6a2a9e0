package dev.deed.cli.scratch;

import dev.deed.engine.scratch.Leftovers;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import java.util.List;

/// Empty databases on a scratch server, to be filled by the migrations.
public record EmptyCopies(Scratch scratch) implements CopySource {

  @Override
  public Copy make(DatabaseName database) {
    return new ScratchCopy(scratch.server().create(database));
  }

  @Override
  public Filling filling() {
    return Filling.NOTHING;
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
    return "a database with the schema of the migrations, on "
        + (scratch.isOwn() ? "a PostgreSQL that deed has started" : scratch.server().url().place());
  }

  @Override
  public void close() {
    scratch.close();
  }
}

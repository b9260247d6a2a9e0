package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All migrations of a repository, in the order of their databases and versions, and the findings
/// about the files as files.
///
/// @param scopes named parts of them
public record Migrations(List<Migration> all, List<Finding> findings, Scopes scopes) {

  private static final Comparator<Migration> ORDER =
      Comparator.comparing((Migration migration) -> migration.name().database())
          .thenComparing(Migration::version)
          .thenComparing(migration -> migration.name().service())
          .thenComparing(migration -> migration.file().path());

  public Migrations {
    all = Replacements.of(all).resolved(all).stream().sorted(ORDER).toList();
    findings = List.copyOf(findings);
  }

  public Migrations(List<Migration> all, List<Finding> findings) {
    this(all, findings, Scopes.NONE);
  }

  /// The same with named parts.
  public Migrations with(Scopes named) {
    return new Migrations(all, findings, named);
  }

  /// Those that are applied, without what is only looked at.
  Migrations applicable() {
    return all.stream().anyMatch(migration -> migration.origin().kind() == Origin.Kind.ASIDE)
        ? new Migrations(
            all.stream()
                .filter(migration -> migration.origin().kind() != Origin.Kind.ASIDE)
                .toList(),
            findings,
            scopes)
        : this;
  }

  public List<Migration> of(DatabaseName database) {
    return all.stream().filter(migration -> migration.name().database().equals(database)).toList();
  }

  public Optional<Migration> find(DatabaseName database, Version version) {
    return all.stream()
        .filter(migration -> migration.name().database().equals(database))
        .filter(migration -> migration.version().equals(version))
        .findFirst();
  }
}

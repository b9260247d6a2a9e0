package dev.deed.drift;

import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.parse.ScriptParts;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One side of a comparison: the text of a dump, not yet read.
///
/// @param name an environment or a file, as shown to users
/// @param postgres the server's major version, as given in the dump's header
/// @param pgDump the major version of the pg_dump that wrote it
/// @param complete the dump covers everything: what is absent from it does not exist
public record Side(
    String name, SourceFile file, String text, int postgres, int pgDump, boolean complete) {

  /// The version whose spelling all later versions share.
  private static final int OLDEST = 15;

  /// From this version on, schema `public` belongs to `pg_database_owner`, `PUBLIC` may not create
  /// in it, and pg_dump writes what is different.
  private static final int OWNED_PUBLIC = 15;

  private static final String PUBLIC = "public";

  private static final Pattern SERVER =
      Pattern.compile("(?m)^-- Dumped from database version (\\d+)");
  private static final Pattern PROGRAM =
      Pattern.compile("(?m)^-- Dumped by pg_dump version (\\d+)");

  /// A side that was read.
  ///
  /// @param knowsOwners whether an object listed without an owner really has none
  /// @param knowsPrivileges whether an object listed without privileges really has none
  record Contents(String side, Schema schema, boolean knowsOwners, boolean knowsPrivileges) {}

  /// A live database.
  ///
  /// @throws DumpNotReadable if the dump ends early
  public static Side ofDatabase(String name, SourceFile file, String dump) {
    return of(name, file, dump, true);
  }

  /// A live database, read from its catalogs.
  ///
  /// @param sql in the manner of `pg_dump`
  public static Side ofCatalogs(String name, SourceFile file, String sql, int postgres) {
    return new Side(name, file, sql, postgres, OWNED_PUBLIC, true);
  }

  /// @param dump output of `pg_dump --schema-only`, written at an unknown time with unknown options
  /// @throws DumpNotReadable if it is not a plain-text dump
  public static Side ofFile(String name, SourceFile file, byte[] dump) {
    return of(name, file, DumpFile.text(name, dump), false);
  }

  private static Side of(String name, SourceFile file, String text, boolean complete) {
    DumpFile.requireLastLine(name, text);
    return new Side(name, file, text, version(SERVER, text), version(PROGRAM, text), complete);
  }

  private static int version(Pattern line, String dump) {
    var head = line.matcher(dump.substring(0, Math.min(dump.length(), 1_000)));
    return head.find() ? Integer.parseInt(head.group(1)) : OLDEST;
  }

  /// Reads the dump, part by part.
  ///
  /// @param version the version whose defaults apply: `ALL` includes more privileges from 17 on
  /// @throws DumpNotReadable if the dump contains text that is not SQL, or changes an object before
  ///   creating it
  Contents read(int version) {
    var reader = SchemaReader.ofDump(version, publicSchema());
    var parts = new Parts();
    reader.readInParts(() -> parts);
    var early = reader.firstEarlyChange();
    if (early >= 0) {
      throw early(early);
    }
    var schema = reader.finish();
    var owners = complete || hasOwners(schema);
    // A dump may have owners and no grants; a dump with neither was made for another server.
    return new Contents(name, schema, owners, owners || parts.grants);
  }

  /// The parts of the dump, each refused if it cannot be read.
  private final class Parts implements Iterator<Script> {

    private final Iterator<Script> parts = new ScriptParts(file, text).iterator();
    private boolean grants;

    @Override
    public boolean hasNext() {
      return parts.hasNext();
    }

    @Override
    public Script next() {
      var part = parts.next();
      if (part.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
        throw notReadable();
      }
      grants = grants || grants(part);
      return part;
    }
  }

  /// Reads it once more, as a whole: for the places in the text.
  private DumpNotReadable notReadable() {
    var errors =
        ScriptReader.read(file, text).problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .toList();
    return DumpNotReadable.at(name, errors.getFirst(), errors.size());
  }

  private DumpNotReadable early(int number) {
    var statement = ScriptReader.read(file, text).statements().get(number);
    var object =
        statement.effects().stream()
            .flatMap(e -> e.touches().stream())
            .findFirst()
            .map(t -> t.object().kind().words() + " " + t.object().text())
            .orElse("an object");
    return DumpNotReadable.because(
        name,
        "is out of order: line %d changes %s before the statement that creates it"
            .formatted(statement.span().line(), object),
        "put the statements in the order in which PostgreSQL can run them, or dump again:"
            + " pg_dump --schema-only");
  }

  /// What the dump's author takes as given: pg_dump writes only what is different from it.
  private Attributes publicSchema() {
    var standard = new TreeMap<String, Boolean>();
    standard.put("usage", false);
    if (pgDump < OWNED_PUBLIC) {
      standard.put("create", false);
    }
    var privileges = new TreeMap<String, SortedMap<String, Boolean>>();
    privileges.put(PUBLIC, standard);
    return Attributes.NONE
        .withOwner(pgDump < OWNED_PUBLIC ? null : "pg_database_owner")
        .withComment("standard public schema")
        .withPrivileges(new Privileges(privileges));
  }

  private static boolean hasOwners(Schema schema) {
    var own = 0;
    for (var object : schema.unordered()) {
      if (!isPublic(object)) {
        if (object.attributes().owner() != null) {
          return true;
        }
        own++;
      }
    }
    return own == 0;
  }

  static boolean isPublic(SchemaObject object) {
    return object.name().kind() == ObjectKind.SCHEMA && PUBLIC.equals(object.name().name().name());
  }

  private static boolean grants(Script script) {
    for (var statement : script.statements()) {
      for (var effect : statement.effects()) {
        if (effect instanceof PrivilegeEffect.ChangesPrivileges
            || effect instanceof PrivilegeEffect.ChangesDefaultPrivileges) {
          return true;
        }
      }
    }
    return false;
  }
}

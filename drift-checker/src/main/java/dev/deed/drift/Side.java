package dev.deed.drift;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.parse.ScriptParts;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Other;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One side of a comparison: the text of a dump, not yet read.
///
/// @param name an environment or a file, as shown to users
/// @param postgres the server's major version, as given in the dump's header
/// @param pgDump the major version of the pg_dump that wrote it
/// @param complete the dump covers everything: what is absent from it does not exist
/// @param owned owners are compared where the dump has them
/// @param granted a privilege that it does not grant does not exist
/// @param excerpt what of it is read; null for all of it
/// @param memory what the database remembers of names
public record Side(
    String name,
    SourceFile file,
    DumpText text,
    int postgres,
    int pgDump,
    boolean complete,
    boolean owned,
    boolean granted,
    @Nullable Excerpt excerpt,
    NameMemory memory) {

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

  Side(
      String name,
      SourceFile file,
      DumpText text,
      int postgres,
      int pgDump,
      boolean complete,
      boolean owned,
      @Nullable Excerpt excerpt) {
    this(name, file, text, postgres, pgDump, complete, owned, false, excerpt, NameMemory.NONE);
  }

  /// A live database.
  public static Side ofDatabase(String name, SourceFile file, DumpText dump) {
    return of(name, file, dump, true);
  }

  /// A live database, read from its catalogs.
  ///
  /// @param sql in the manner of `pg_dump`
  public static Side ofCatalogs(String name, SourceFile file, String sql, int postgres) {
    return new Side(name, file, DumpText.of(sql), postgres, OWNED_PUBLIC, true, true, null);
  }

  /// The same where owners do not count: each server has roles of its own.
  public Side withoutOwners() {
    return new Side(name, file, text, postgres, pgDump, complete, false, granted, excerpt, memory);
  }

  /// The same as a server of that version has it: what only a newer one knows is left out.
  public Side asOn(int version) {
    return new Side(
        name,
        file,
        text,
        Math.min(postgres, Math.max(OLDEST, version)),
        pgDump,
        complete,
        owned,
        granted,
        excerpt,
        memory);
  }

  /// The same of a database that remembers names.
  public Side remembering(NameMemory names) {
    return new Side(name, file, text, postgres, pgDump, complete, owned, granted, excerpt, names);
  }

  /// @param dump output of `pg_dump --schema-only`, written at an unknown time with unknown options
  /// @throws DumpNotReadable if it is not a plain-text dump
  public static Side ofFile(String name, SourceFile file, InputStream dump) throws IOException {
    return of(name, file, DumpFile.text(name, dump), false);
  }

  /// @param dump what `pg_restore` makes of an archive
  public static Side ofArchive(String name, SourceFile file, DumpText dump) {
    return of(name, file, dump, false);
  }

  /// Only the beginning of the text must be there.
  private static Side of(String name, SourceFile file, DumpText text, boolean complete) {
    return new Side(
        name, file, text, version(SERVER, text), version(PROGRAM, text), complete, true, null);
  }

  /// Reads two sides, if possible only what is between them. Of two files that people wrote, each
  /// has all grants; a dump without any may be one of another server.
  static <T> T compared(Side from, Side to, BiFunction<Side, Side, T> reading) {
    return from.isWritten() && to.isWritten()
        ? excerpted(from.withAllGrants(), to.withAllGrants(), reading)
        : excerpted(from, to, reading);
  }

  private boolean isWritten() {
    return !complete && !DumpFile.isByPgDump(text);
  }

  private Side withAllGrants() {
    return new Side(name, file, text, postgres, pgDump, complete, owned, true, excerpt, memory);
  }

  private static <T> T excerpted(Side from, Side to, BiFunction<Side, Side, T> reading) {
    if (from.postgres == to.postgres && from.pgDump == to.pgDump && from.excerpt == null) {
      var excerpts = Excerpt.of(from.text, to.text);
      if (excerpts.isPresent()) {
        try {
          var both = excerpts.get();
          return reading.apply(from.only(both.from()), to.only(both.to()));
        } catch (DumpNotReadable _) {
          // Read as a whole, it names the line.
        }
      }
    }
    return reading.apply(from, to);
  }

  Side only(Excerpt wanted) {
    return new Side(name, file, text, postgres, pgDump, complete, owned, granted, wanted, memory);
  }

  /// @param read how many tables were read
  int tables(int read) {
    return excerpt == null ? read : excerpt.dump().tables();
  }

  /// @throws LargeDump from a reader, if there are more characters than that
  private ScriptParts.Source source(long most) {
    if (excerpt == null) {
      return text.reader(most);
    }
    if (excerpt.length() > most) {
      throw new LargeDump();
    }
    return excerpt.of(text.reader());
  }

  /// Whether `pg_database_owner` owns schema `public` from the start.
  boolean ownsPublic() {
    return postgres >= OWNED_PUBLIC;
  }

  private static int version(Pattern line, DumpText dump) {
    var head = line.matcher(dump.head());
    return head.find() ? Integer.parseInt(head.group(1)) : OLDEST;
  }

  /// Reads the dump, part by part.
  ///
  /// @param version the version whose defaults apply: `ALL` includes more privileges from 17 on
  /// @throws DumpNotReadable if the dump contains text that is not SQL, or changes an object before
  ///   creating it
  SideContents read(int version) {
    return readUpTo(Long.MAX_VALUE, version);
  }

  /// @param most the number of characters
  /// @throws LargeDump if there are more
  SideContents readUpTo(long most, int version) {
    var reader = SchemaReader.ofDump(version, publicSchema());
    var parts = parts(source(most));
    try {
      reader.readInParts(parts);
      parts.unknown().forEach(reader::add);
    } catch (DumpNotReadable unreadable) {
      // What is cut off may end in the middle of a statement.
      DumpFile.requireLastLine(name, text);
      throw unreadable;
    }
    DumpFile.requireLastLine(name, text);
    if (parts.haveRows() && reader.written().stream().allMatch(Side::isPublic)) {
      throw DumpNotReadable.because(
          name,
          "has rows and no schema (dumped with --data-only?)",
          "dump it again: pg_dump --schema-only");
    }
    var early = reader.firstEarlyChange();
    if (early >= 0) {
      throw early(early);
    }
    var hasOwners = excerpt == null ? hasOwners(reader.written()) : excerpt.dump().hasOwners();
    var hasGrants = excerpt == null ? parts.haveGrants() : excerpt.dump().hasGrants();
    var owners = complete || hasOwners;
    // A dump may have owners and no grants; a dump with neither was made for another server.
    return new SideContents(
        name,
        reader,
        owners && owned,
        owners || hasGrants || granted,
        complete,
        DumpFile.isByPgDump(text));
  }

  private DumpParts parts(ScriptParts.Source source) {
    return new DumpParts(name, new ScriptParts(file, source), DumpFile.isByPgDump(text));
  }

  /// The statements that build it, in order.
  public List<String> statements() {
    var statements = new ArrayList<String>();
    var parts = parts(text.reader());
    while (parts.hasNext()) {
      var part = parts.next();
      part.statements().forEach(statement -> statements.add(part.textOf(statement)));
    }
    return statements;
  }

  /// Words for the role that runs a statement.
  private static final Set<String> RUNNING = Set.of("current_user", "session_user", "current_role");

  /// The roles that it names: those who own its objects, and those who may use them.
  public Set<String> roles() {
    var roles = new TreeSet<String>();
    for (var object : read(postgres).reader().written()) {
      var attributes = object.attributes();
      if (attributes.owner() != null) {
        roles.add(attributes.owner());
      }
      roles.addAll(attributes.privileges().byGrantee().keySet());
      switch (object) {
        case Policy policy -> roles.addAll(policy.roles());
        case DefaultPrivileges privileges -> roles.add(privileges.role());
        case Other other when other.name().kind() == ObjectKind.USER_MAPPING ->
            roles.add(other.name().role());
        default -> {}
      }
    }
    roles.removeAll(RUNNING);
    roles.removeIf(role -> PUBLIC.equals(role) || role.startsWith("pg_"));
    return roles;
  }

  private DumpNotReadable early(int number) {
    var parts = new ScriptParts(file, text.reader());
    var part = parts.next();
    var before = 0;
    while (before + part.statements().size() <= number) {
      before += part.statements().size();
      part = parts.next();
    }
    var statement = part.statements().get(number - before);
    var object =
        statement.effects().stream()
            .flatMap(e -> e.touches().stream())
            .findFirst()
            .map(t -> t.object().kind().words() + " " + t.object().text())
            .orElse("an object");
    return DumpNotReadable.because(
        name,
        "is out of order: line %d changes %s before the statement that creates it"
            .formatted(parts.inWhole(statement.span()).line(), object),
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

  private static boolean hasOwners(Collection<SchemaObject> objects) {
    var own = 0;
    for (var object : objects) {
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
}

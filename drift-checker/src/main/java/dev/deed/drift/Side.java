package dev.deed.drift;

import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import java.util.List;
import java.util.regex.Pattern;

/// One side of a comparison.
///
/// @param name an environment or a file, as people call it
/// @param postgres the server's major version, as the dump's head tells it
/// @param knowsOwners whether an object without an owner has none
/// @param knowsPrivileges whether an object without privileges has none
public record Side(
    String name, Script script, int postgres, boolean knowsOwners, boolean knowsPrivileges) {

  /// The spelling that all versions share.
  private static final int OLDEST = 15;

  private static final Pattern SERVER =
      Pattern.compile("(?m)^-- Dumped from database version (\\d+)");

  /// A live database: all of it was asked for, so what is not there is not.
  ///
  /// @throws DumpNotReadable where it holds what is not SQL
  public static Side ofDatabase(String name, SourceFile file, String dump) {
    return new Side(name, script(name, file, dump), version(dump), true, true);
  }

  /// @param dump what `pg_dump --schema-only` wrote, some time, with options that nobody remembers
  /// @throws DumpNotReadable where it is no plain-text dump, or holds what is not SQL
  public static Side ofFile(String name, SourceFile file, byte[] dump) {
    var text = DumpFile.text(name, dump);
    var script = script(name, file, text);
    var owners = hasOwners(schema(script, OLDEST));
    // Grants alone may well be none; a dump with neither was made for another server.
    return new Side(name, script, version(text), owners, owners || grants(script));
  }

  private static boolean hasOwners(Schema schema) {
    var objects = schema.objects();
    return objects.isEmpty() || objects.stream().anyMatch(o -> o.attributes().owner() != null);
  }

  private static Script script(String name, SourceFile file, String dump) {
    var script = ScriptReader.read(file, dump);
    var errors = script.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw DumpNotReadable.at(name, errors.getFirst(), errors.size());
    }
    return script;
  }

  private static int version(String dump) {
    var head = SERVER.matcher(dump.substring(0, Math.min(dump.length(), 1_000)));
    return head.find() ? Integer.parseInt(head.group(1)) : OLDEST;
  }

  private static boolean grants(Script script) {
    return script.statements().stream().flatMap(s -> s.effects().stream()).anyMatch(Side::isGrant);
  }

  private static boolean isGrant(Effect effect) {
    return effect instanceof PrivilegeEffect.ChangesPrivileges
        || effect instanceof PrivilegeEffect.ChangesDefaultPrivileges;
  }

  /// @param version whose defaults its statements are read by: `ALL` means more from 17 on
  Schema schema(int version) {
    return schema(script, version);
  }

  private static Schema schema(Script script, int version) {
    var reader = new SchemaReader(List.of("public"), version);
    reader.read(script);
    return reader.schema();
  }
}

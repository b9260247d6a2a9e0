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
/// @param name an environment or a file, as shown to users
/// @param postgres the server's major version, as given in the dump's header
/// @param knowsOwners whether an object listed without an owner really has none
/// @param knowsPrivileges whether an object listed without privileges really has none
public record Side(
    String name, Script script, int postgres, boolean knowsOwners, boolean knowsPrivileges) {

  /// The version whose spelling all later versions share.
  private static final int OLDEST = 15;

  private static final Pattern SERVER =
      Pattern.compile("(?m)^-- Dumped from database version (\\d+)");

  /// A live database: the dump covers everything, so what is absent does not exist.
  ///
  /// @throws DumpNotReadable if the dump contains text that is not SQL
  public static Side ofDatabase(String name, SourceFile file, String dump) {
    DumpFile.requireLastLine(name, dump);
    return new Side(name, script(name, file, dump), version(dump), true, true);
  }

  /// @param dump output of `pg_dump --schema-only`, written at an unknown time with unknown options
  /// @throws DumpNotReadable if it is not a plain-text dump, or contains text that is not SQL
  public static Side ofFile(String name, SourceFile file, byte[] dump) {
    var text = DumpFile.text(name, dump);
    DumpFile.requireLastLine(name, text);
    var script = script(name, file, text);
    DumpOrder.check(name, script);
    var owners = hasOwners(schema(script, OLDEST));
    // A dump may have owners and no grants; a dump with neither was made for another server.
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

  /// @param version the version whose defaults apply: `ALL` includes more privileges from 17 on
  Schema schema(int version) {
    return schema(script, version);
  }

  private static Schema schema(Script script, int version) {
    var reader = new SchemaReader(List.of("public"), version);
    reader.read(script);
    return reader.schema();
  }
}

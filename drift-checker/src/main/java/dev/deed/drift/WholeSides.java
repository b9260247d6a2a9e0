package dev.deed.drift;

import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Both sides of a comparison, each read whole, with what depends on what in them. The first can be
/// changed by SQL, as if a server ran it.
public final class WholeSides {

  private final SchemaReader from;
  private final SchemaReader to;
  private final Unknowns unknowns;
  private final int postgres;
  private final Schema wanted;
  private final Both<NameMemory> memories;
  private @Nullable Schema present;

  private WholeSides(SideContents from, SideContents to, int postgres, Both<NameMemory> memories) {
    this.from = from.reader();
    this.to = to.reader();
    this.unknowns = from.unknowns().and(to.unknowns());
    this.postgres = postgres;
    this.wanted = this.to.schema();
    this.memories = memories;
  }

  public static WholeSides read(Side from, Side to) {
    return Side.compared(from, to, WholeSides::all);
  }

  private static WholeSides all(Side from, Side to) {
    var version = Math.min(from.postgres(), to.postgres());
    var read = Both.of(() -> from.read(version), () -> to.read(version));
    return new WholeSides(
        read.from(), read.to(), from.postgres(), new Both<>(from.memory(), to.memory()));
  }

  /// The major version of the server that the first side is on.
  public int postgres() {
    return postgres;
  }

  /// The first side as it is now.
  public Catalog before() {
    return from.catalog();
  }

  public Catalog after() {
    return to.catalog();
  }

  /// The objects of the first side as it is now, as their statements spell them.
  public Collection<SchemaObject> present() {
    return from.written();
  }

  public Collection<SchemaObject> wanted() {
    return to.written();
  }

  /// The object of the second side, as its statement spells it.
  public Optional<SchemaObject> wanted(ObjectName name) {
    return to.catalog().find(name);
  }

  /// False if one side does not contain owners: none is to be set then.
  public boolean hasOwners() {
    return !unknowns.owners();
  }

  public boolean hasPrivileges() {
    return !unknowns.privileges();
  }

  /// The differences as a report has them: renames found, and without those that follow from
  /// others.
  public List<Difference> reported() {
    return ofOthers(SchemaDiff.between(presentSchema(), wanted, unknowns, memories));
  }

  /// Every difference between the first side as it is now and the second.
  public List<Difference> all() {
    return ofOthers(SchemaDiff.everyOneBetween(presentSchema(), wanted, unknowns));
  }

  private static List<Difference> ofOthers(List<Difference> differences) {
    return differences.stream().filter(d -> !DriftCheck.isOurs(DriftCheck.anchor(d))).toList();
  }

  private Schema presentSchema() {
    if (present == null) {
      present = from.schema();
    }
    return present;
  }

  /// Changes the first side as a server would that ran the SQL.
  public void run(String sql) {
    from.read(script(sql));
    present = null;
  }

  /// Whether the statement is SQL, as far as this program knows.
  public static boolean isReadable(String sql) {
    return script(sql).problems().stream().noneMatch(p -> p.severity() == Severity.ERROR);
  }

  private static Script script(String sql) {
    return ScriptReader.read(new SourceFile("closing.sql"), sql);
  }
}

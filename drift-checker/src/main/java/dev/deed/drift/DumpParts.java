package dev.deed.drift;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.parse.ScriptParts;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The parts of a dump, refused where one of them cannot be read.
final class DumpParts implements Iterator<Script> {

  private final String side;
  private final ScriptParts parts;
  private final boolean isByPgDump;
  private final UnknownObjects unknown = new UnknownObjects();
  private int connects;
  private boolean grants;
  private boolean rows;

  /// @param isByPgDump a kind of object that deed does not know is a mistake elsewhere
  DumpParts(String side, ScriptParts parts, boolean isByPgDump) {
    this.side = side;
    this.parts = parts;
    this.isByPgDump = isByPgDump;
  }

  @Override
  public boolean hasNext() {
    return parts.hasNext();
  }

  @Override
  public Script next() {
    var part = parts.next();
    var errors = errors(part);
    if (!errors.isEmpty()) {
      var first = errors.getFirst();
      throw notReadable(first.at(parts.inWhole(first.span())), errors.size());
    }
    grants = grants || grants(part);
    rows = rows || part.statements().stream().anyMatch(DumpParts::writesRows);
    return part;
  }

  /// Of kinds that deed does not know, in the parts read so far.
  List<SchemaObject> unknown() {
    return unknown.all();
  }

  /// True if a statement read so far grants or revokes.
  boolean haveGrants() {
    return grants;
  }

  /// True if a statement read so far writes rows, which are not a part of the schema.
  boolean haveRows() {
    return rows;
  }

  private static boolean writesRows(Statement statement) {
    return statement.effects().stream().anyMatch(RowsEffect.WritesRows.class::isInstance);
  }

  /// Reads the rest for the number of errors.
  private DumpNotReadable notReadable(Finding first, int inPart) {
    var count = inPart;
    while (parts.hasNext()) {
      count += errors(parts.next()).size();
    }
    return DumpNotReadable.at(side, first, count);
  }

  /// `pg_dump --create` connects to the database that it creates.
  private List<Finding> errors(Script part) {
    var errors = new ArrayList<Finding>();
    for (var problem : part.problems()) {
      if (isConnect(part, problem)) {
        connects++;
        if (connects > 1) {
          throw DumpNotReadable.because(
              side,
              "is a dump of more than one database: line %d connects to another one"
                  .formatted(parts.inWhole(problem.span()).line()),
              "dump one database: pg_dump --schema-only DATABASE");
        }
      } else if (isByPgDump && UnknownObjects.isOne(problem)) {
        unknown.add(part.text(), problem.span().start());
      } else if (problem.severity() == Severity.ERROR) {
        errors.add(problem);
      }
    }
    return errors;
  }

  private static boolean isConnect(Script part, Finding problem) {
    return part.text().startsWith("\\connect ", problem.span().start());
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

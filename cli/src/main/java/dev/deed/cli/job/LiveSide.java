package dev.deed.cli.job;

import dev.deed.drift.NameMemory;
import dev.deed.drift.PgDump;
import dev.deed.drift.PgDumpFailed;
import dev.deed.drift.PgDumpMissing;
import dev.deed.drift.PgDumpTooOld;
import dev.deed.drift.Side;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NotExpected;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.look.Inspection;
import dev.deed.engine.look.LockHolders;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The schema of a live database, by `pg_dump`, or from the catalogs where it is asked for or
/// `pg_dump` cannot be used.
///
/// @param remarks how it was read, where that is not as asked
/// @param unread what the catalogs do not show, in words
record LiveSide(Side side, List<String> remarks, List<String> unread) implements ReadSide {

  /// @param name the environment
  /// @param pgDump looks for one, once for all databases
  static LiveSide read(
      String name,
      Address address,
      Patience patience,
      DriftRequest request,
      Supplier<PgDump> pgDump,
      Map<String, String> variables) {
    NotExpected.refuse(address, patience);
    if (request.catalogs()) {
      return fromCatalogs(name, address, patience, List.of());
    }
    var words = address.target().words();
    try {
      var dump = pgDump.get().dump(variables, words);
      return new LiveSide(Side.ofDatabase(name, new SourceFile(words), dump), List.of(), List.of());
    } catch (PgDumpMissing | PgDumpTooOld unfit) {
      if (request.pgDump() != null) {
        throw unfit;
      }
      return instead(name, address, patience, unfit);
    } catch (PgDumpFailed failure) {
      if (failure.isLocked()) {
        throw new TableLocked(address, patience, failure);
      }
      if (!failure.leavesCatalogs()) {
        throw failure;
      }
      return instead(name, address, patience, failure);
    }
  }

  /// The same with what its database remembers of names.
  LiveSide remembering(NameMemory names) {
    return new LiveSide(side.remembering(names), remarks, unread);
  }

  private static boolean isLocked(UserException failure) {
    return SqlStates.isLockNotAvailable(failure.getCause());
  }

  private static LiveSide instead(
      String name, Address address, Patience patience, UserException reason) {
    var remark =
        "%s was read from the catalogs: %s"
            .formatted(name, String.valueOf(reason.getMessage()).replaceAll("\\s+", " "));
    return fromCatalogs(name, address, patience, List.of(remark));
  }

  private static LiveSide fromCatalogs(
      String name, Address address, Patience patience, List<String> remarks) {
    var inspection = Inspection.withSchema(List.of(address), patience).getFirst();
    if (inspection.failure() != null) {
      throw isLocked(inspection.failure())
          ? new TableLocked(address, patience, inspection.failure())
          : inspection.failure();
    }
    var schema = inspection.schema();
    if (schema == null) {
      throw new IllegalStateException("the catalogs were not read");
    }
    var file = new SourceFile(address.target().words());
    var side = Side.ofCatalogs(name, file, schema.sql(), schema.postgres());
    return new LiveSide(side, remarks, schema.unread());
  }

  /// A table that another session locks was waited for long enough.
  static final class TableLocked extends UserException {

    private static final long serialVersionUID = 1L;

    TableLocked(Address address, Patience patience, UserException cause) {
      super(
          "%s could not be read, because another session locks a table%s"
              .formatted(address.target().words(), holders(LockHolders.of(address, patience))),
          "run this again when that session has ended",
          cause);
    }

    private static String holders(List<String> holders) {
      return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }
}

package dev.deed.engine.run;

import dev.deed.engine.Adoption;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.history.UserTables;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.sql.Tool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Carries the history of other tools into deed's, in one transaction a database. It runs nothing
/// else, and leaves the tools' own tables as they are.
public final class Adopter {

  /// In one message: there may be thousands.
  private static final int BATCH = 200;

  private final RunPolicy policy;
  private final Consumer<RunEvent> listener;
  private final Cancellation stop = new Cancellation(Duration.ZERO);

  /// @param listener informed while deed waits for another run
  public Adopter(RunPolicy policy, Consumer<RunEvent> listener) {
    this.policy = policy;
    this.listener = listener;
  }

  /// @param before digest of the schema, without deed's own, before anything was written
  /// @param after the same afterwards
  public record Adopted(Adoption adoption, String before, String after) {}

  /// Nothing more is written, unless a write is in progress.
  public void stop() {
    stop.ask();
  }

  /// @param planning called under the run lock, with the history at that time, and whether the
  ///   database is empty; what it objects to is not written
  public Adopted adopt(Address address, BiFunction<History, Boolean, Adoption> planning) {
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, policy.waits().patience(listener), stop);
        var work = RunSession.begin(connections, policy, listener)) {
      var access = HistoryAccess.of(work);
      var adoption = planning.apply(access.read(), isEmpty(work));
      var before = digest(work);
      if (!adoption.objections().isEmpty() || adoption.isDone()) {
        return new Adopted(adoption, before, before);
      }
      if (stop.isAsked()) {
        throw Stopped.waiting(address.target(), "its turn");
      }
      access.prepareToWrite(adoption.moves());
      write(work, adoption);
      return new Adopted(adoption, before, digest(work));
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    } finally {
      stop.close();
    }
  }

  private static boolean isEmpty(RunSession work) throws SQLException {
    return UserTables.isEmpty(work.session().connection());
  }

  private static void write(RunSession work, Adoption adoption) throws SQLException {
    work.session().execute("BEGIN; SET LOCAL search_path = pg_catalog");
    try {
      var texts = new ArrayList<String>();
      for (var carried : adoption.carried()) {
        var text = work.historyText(carried.move(), Duration.ZERO);
        texts.add(text.of(Command.Record.done(HistoryRow.State.STAMPED)));
        texts.add(text.of(new Command.Event("carried", carried.detail())));
      }
      adoption.tools().forEach(from -> texts.add(mark(from.tool(), adoption)));
      for (var i = 0; i < texts.size(); i += BATCH) {
        work.session()
            .execute(String.join("; ", texts.subList(i, Math.min(i + BATCH, texts.size()))));
      }
      work.session().commit();
    } catch (SQLException e) {
      if (!SqlStates.isLost(e)) {
        work.session().rollback();
      }
      throw e;
    }
  }

  /// By this row deed knows that it may apply the tool's migrations.
  private static String mark(Tool tool, Adoption adoption) {
    var detail = "%s %d carried".formatted(tool.key(), adoption.carried().size());
    return "insert into deed.event (run, version, service, event, checksum, detail) values ('%s', '', '', 'adopted', '', %s)"
        .formatted(UUID.randomUUID(), PsqlText.literal(detail));
  }

  private static String digest(RunSession work) throws SQLException {
    work.session().execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    try {
      var schema = CatalogSchema.read(work.session().connection());
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(schema.sql().getBytes(StandardCharsets.UTF_8));
      for (var unread : List.copyOf(schema.unread())) {
        sha256.update(unread.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    } finally {
      work.session().rollback();
    }
  }
}

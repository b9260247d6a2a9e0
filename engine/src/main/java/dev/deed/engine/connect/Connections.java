package dev.deed.engine.connect;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/// The connections to one target: one to work, one to watch, and one to check the outcome after a
/// lost connection.
public final class Connections implements AutoCloseable {

  private static final int MOST = 4;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Duration LOGIN = Duration.ofSeconds(60);

  /// Plain statements are sent as they are written, in one message: PostgreSQL parses them, not the
  /// driver.
  private static final Map<String, String> OURS =
      Map.of(
          "preferQueryMode", "extendedForPrepared",
          "ApplicationName", "deed",
          "connectTimeout", "10",
          "loginTimeout", "" + LOGIN.toSeconds(),
          "cancelSignalTimeout", "5",
          "tcpKeepAlive", "true",
          // Sends the application name at the start, so that RESET ALL restores it.
          "assumeMinServerVersion", "12");

  private final Address address;
  private final Patience patience;
  private final Cancellation stop;
  private final AgroalDataSource source;

  private Connections(
      Address address, Patience patience, Cancellation stop, AgroalDataSource source) {
    this.address = address;
    this.patience = patience;
    this.stop = stop;
    this.source = source;
  }

  /// For work that cannot be stopped.
  public static Connections open(Address address, Patience patience) {
    return open(address, patience, Cancellation.never());
  }

  /// @param patience with a server that is starting up or does not answer
  public static Connections open(Address address, Patience patience, Cancellation stop) {
    var source = new DataSource(configuration(address.url()).get());
    return new Connections(address, patience, stop, source);
  }

  private static AgroalDataSourceConfigurationSupplier configuration(ConnectionUrl url) {
    return new AgroalDataSourceConfigurationSupplier()
        .metricsEnabled(false)
        .connectionPoolConfiguration(pool ->
            pool.maxSize(MOST)
                .minSize(0)
                .initialSize(0)
                // With a limit of its own, the pool tries a failed login again after a second: a
                // wrong password would count twice. The login has its limit in the driver.
                .acquisitionTimeout(Duration.ZERO)
                .connectionCache(ConnectionCache.none())
                // Only this code notices a broken connection: none is reused.
                .flushOnClose(true)
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> {
                  factory.connectionProviderClass(org.postgresql.Driver.class);
                  factory.jdbcUrl(url.jdbcUrl());
                  var settings = new TreeMap<>(OURS);
                  settings.putAll(url.properties());
                  settings.forEach(factory::jdbcProperty);
                  var user = url.user();
                  if (user != null) {
                    factory.principal(new NamePrincipal(user));
                  }
                  var password = url.password();
                  if (password != null) {
                    factory.credential(new SimplePassword(password));
                  }
                  return factory;
                }));
  }

  /// The caller closes it.
  ///
  /// @throws NotExpected where this is not the database that the environment means
  /// @throws NoConnection when patience is used up
  /// @throws AccessRefused at once
  /// @throws Stopped if the run was stopped
  public BorrowedConnection connect() {
    NotExpected.refuseHost(address);
    var borrowed = connectPatiently();
    try {
      NotExpected.refuseDatabase(address, borrowed.connection());
      return borrowed;
    } catch (NotExpected refusal) {
      borrowed.close();
      throw refusal;
    } catch (SQLException e) {
      borrowed.close();
      throw ConnectionFailure.of(address, e);
    }
  }

  private BorrowedConnection connectPatiently() {
    var login = new PatientLogin(address, patience, stop, LOGIN);
    var deadline = System.nanoTime() + patience.longest().toNanos();
    for (var pause = Duration.ofMillis(100); ; pause = longer(pause)) {
      try {
        return withSession(login.of(this::connectOnce));
      } catch (SQLException e) {
        var left = deadline - System.nanoTime();
        if (!ConnectionFailure.mayPass(address, e) || left < pause.toNanos()) {
          throw ConnectionFailure.of(address, e);
        }
        patience
            .listener()
            .accept(
                new Patience.Waiting(
                    address.target(),
                    address.url().place(),
                    ConnectionFailure.reason(e),
                    Duration.ofNanos(left)));
        if (!stop.pause(pause)) {
          throw Stopped.waiting(address.target(), "a connection to " + address.url().place());
        }
      }
    }
  }

  /// Through a pool, a connection is not yet a session.
  private BorrowedConnection withSession(BorrowedConnection borrowed) throws SQLException {
    try {
      var pid = borrowed.connection().unwrap(PGConnection.class).getBackendPID();
      if (SlowAnswer.mayWait(pid)) {
        new SlowAnswer(address, patience, stop).await(borrowed.connection());
      }
      return borrowed;
    } catch (SQLException | RuntimeException e) {
      borrowed.close();
      throw e;
    }
  }

  /// Without patience; the caller closes it.
  @SuppressWarnings("MustBeClosedChecker") // closed with what is lent
  public BorrowedConnection connectOnce() throws SQLException {
    return BorrowedConnection.of(source.getConnection(), stop);
  }

  /// The connection pool, if any, that may give the connection another session after each
  /// transaction.
  ///
  /// @param connection outside of a transaction
  public Optional<PooledConnection> pool(Connection connection, Backend backend)
      throws SQLException {
    return PoolProbe.find(this, connection, backend);
  }

  public Address address() {
    return address;
  }

  public Cancellation stop() {
    return stop;
  }

  @Override
  public void close() {
    source.close();
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}

package dev.deed.engine.postgres;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test a [TestDatabase] of its own for every parameter of that type. After the test the
/// database is dropped; the test fails if a connection to it is still open.
///
/// The server is the one at the URL in `DEED_TEST_PG`, or a container with
/// `-Ddeed.test.postgres=testcontainers`, or an embedded one.
public final class PostgresExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// A backend ends a little after its client has said goodbye, on a loaded machine much later.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// Other JVMs may share the server, at the same time or before, from other machines too.
  static final String THIS_JVM = UUID.randomUUID().toString().substring(0, 8);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var name = "deed_test_%s_%d".formatted(THIS_JVM, COUNT.incrementAndGet());
    var lease = Lease.of(TestServer.ofThisJvm(), name, PATIENCE);
    // JUnit closes what its store holds when the test is over, and takes an exception from there as
    // the test's failure.
    test.getStore(NAMESPACE).put(name, lease);
    return lease.database();
  }
}

package dev.deed.engine.postgres;

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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var name = "deed_test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    var lease = Lease.of(TestServer.ofThisJvm(), name);
    // JUnit closes what its store holds when the test is over, and takes an exception from there as
    // the test's failure.
    test.getStore(NAMESPACE).put(name, lease);
    return lease.database();
  }
}

package dev.deed.junit;

import dev.deed.junit.MigratedDatabase.Per;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Gives parameters what leads to the copy of the test or of the class. JUnit closes the copies,
/// with the rest of what it stores for a test.
final class MigratedDatabaseExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(MigratedDatabaseExtension.class);

  private static final Set<Class<?>> TYPES =
      Set.of(DataSource.class, Connection.class, JdbcUrl.class);

  /// The copy of one test or class.
  private record Key(String file, String database) {}

  /// The annotation that is in force for a parameter.
  ///
  /// @param on the class that has it, or the test's class
  private record Wish(MigratedDatabase annotation, Class<?> on) {}

  /// So that a constructor's parameters may have a test's copy.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return TYPES.contains(parameter.getParameter().getType()) && wish(parameter, test).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var copy = copy(wish(parameter, test).orElseThrow(), test);
    var type = parameter.getParameter().getType();
    if (type == Connection.class) {
      return copy.connection();
    }
    return type == DataSource.class ? copy.dataSource() : copy.url();
  }

  // Its successor came with JUnit 6.
  @SuppressWarnings("deprecation")
  private static TestCopy copy(Wish wish, ExtensionContext test) {
    var wanted = wish.annotation();
    var settings = TestSettings.of(name -> test.getConfigurationParameter(name).orElse(null));
    var holder = wanted.per() == Per.CLASS ? ofClass(test, wish.on()) : ofTest(test);
    return Objects.requireNonNull(
        holder
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                new Key(wanted.file(), wanted.database()),
                key -> TestProject.at(key.file(), settings).copy(key.database()),
                TestCopy.class));
  }

  private static ExtensionContext ofTest(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new DatabaseNotMade(
          "each test has a database of its own, and this is not a parameter of a test",
          "let the tests of the class share one: @MigratedDatabase(per = CLASS)");
    }
    return context;
  }

  /// The context of the class that has the annotation, which may contain the test's class.
  private static ExtensionContext ofClass(ExtensionContext context, Class<?> annotated) {
    for (var outer = Optional.of(context); outer.isPresent(); outer = outer.get().getParent()) {
      var here = outer.get();
      if (here.getTestMethod().isEmpty() && here.getTestClass().equals(Optional.of(annotated))) {
        return here;
      }
    }
    return context;
  }

  private static Optional<Wish> wish(ParameterContext parameter, ExtensionContext test) {
    var testClass = test.getRequiredTestClass();
    return parameter
        .findAnnotation(MigratedDatabase.class)
        .or(() ->
            AnnotationSupport.findAnnotation(
                parameter.getDeclaringExecutable(), MigratedDatabase.class))
        .or(() -> AnnotationSupport.findAnnotation(test.getTestMethod(), MigratedDatabase.class))
        .map(annotation -> new Wish(annotation, testClass))
        .or(() -> ofClasses(testClass));
  }

  private static Optional<Wish> ofClasses(Class<?> testClass) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      var found = AnnotationSupport.findAnnotation(type, MigratedDatabase.class);
      if (found.isPresent()) {
        return Optional.of(new Wish(found.get(), type));
      }
    }
    return Optional.empty();
  }
}

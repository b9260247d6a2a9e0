package dev.deed.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A database of `schema-ownership.yaml` with its migrations applied, for parameters of the types
/// `javax.sql.DataSource`, `java.sql.Connection` and [JdbcUrl]. On a class or a method it is for
/// all of their parameters, on a parameter for this one.
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

  /// Its name in the ownership file; may be left out where the file has one database.
  String database() default "";

  /// For how long a copy is used.
  Per per() default Per.TEST;

  /// The ownership file, relative to the working directory; by default the nearest
  /// `schema-ownership.yaml` in it or in a parent folder.
  String file() default "";

  /// For how long a copy is used.
  enum Per {
    /// Each test has a copy of its own, and so has each invocation of a parameterized test.
    TEST,
    /// The tests of a class share one.
    CLASS
  }
}

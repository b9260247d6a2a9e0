package dev.deed.engine.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/// Whatever a user's name and a password are made of.
class AnyConnectionUrlTest {

  /// A piece of every password here, and of nothing else.
  private static final String SECRET = "hunter";

  private static final Map<String, String> NO_ENVIRONMENT = Map.of("PGPASSFILE", "/nowhere");

  @Property
  void reads_what_was_encoded(
      @ForAll("names") String user,
      @ForAll("passwords") String password,
      @ForAll("names") String database) {
    for (var scheme : List.of("postgresql", "postgres")) {
      var text =
          "%s://%s:%s@db.example:6543/%s"
              .formatted(scheme, encoded(user), encoded(password), encoded(database));

      var url = ConnectionUrl.parse(text, NO_ENVIRONMENT);

      assertThat(url.user()).isEqualTo(user);
      assertThat(url.password()).isEqualTo(password);
      assertThat(url.database()).isEqualTo(database);
      assertThat(url.place()).isEqualTo("db.example:6543");
    }
  }

  @Property
  void reads_the_same_from_parameters(
      @ForAll("names") String user,
      @ForAll("passwords") String password,
      @ForAll("names") String database) {
    var text =
        "postgresql://db.example?user=%s&password=%s&dbname=%s"
            .formatted(encoded(user), encoded(password), encoded(database));

    var url = ConnectionUrl.parse(text, NO_ENVIRONMENT);

    assertThat(List.of(url.user() + "", url.password() + "", url.database()))
        .containsExactly(user, password, database);
    assertThat(shown(url)).noneMatch(each -> each.contains(SECRET));
  }

  /// Most of these passwords would have to be encoded.
  @Property(tries = 5_000)
  void never_repeats_the_password_however_the_url_is_written(
      @ForAll("passwords") String password, @ForAll("frames") String frame) {
    var text = frame.formatted(password);

    try {
      assertThat(shown(ConnectionUrl.parse(text, NO_ENVIRONMENT)))
          .noneMatch(each -> each.contains(SECRET));
    } catch (BadConnectionUrl refused) {
      assertThat(refused.getMessage() + refused.advice()).doesNotContain(SECRET);
    }
  }

  private static List<String> shown(ConnectionUrl url) {
    return List.of(url.toString(), url.place(), url.jdbcUrl(), url.hosts().toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Provide
  Arbitrary<String> names() {
    return text().ofMinLength(1);
  }

  @Provide
  Arbitrary<String> passwords() {
    return Combinators.combine(text(), text()).as((before, behind) -> before + SECRET + behind);
  }

  @Provide
  Arbitrary<String> frames() {
    return Arbitraries.of(
        "postgresql://ann:%s@db.example/main",
        "postgresql://ann:%s@db.example:6543/main?sslmode=require",
        "postgresql://ann:%s@db.example,db2.example",
        "postgresql://ann:%s@[2001:db8::1]:5432/main",
        "postgres:ann:%s@db.example/main",
        "jdbc:postgresql://ann:%s@db.example/main",
        "jdbc:postgresql://db.example/main?user=ann&password=%s",
        "postgresql://db.example/main?user=ann&password=%s&sslmode=require",
        "mysql://ann:%s@db.example/main");
  }

  private static StringArbitrary text() {
    return Arbitraries.strings()
        .withChars("aZ09/@:?#&=%+-._~ []\\,'\"é".toCharArray())
        .ofMaxLength(8);
  }
}

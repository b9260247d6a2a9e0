package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RivalsTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final List<String> PATH = List.of("public");

  @Test
  void compares_thousands_of_claims_with_few_others() {
    var claims = new ArrayList<Claim>();
    for (var i = 0; i < 10_000; i++) {
      claims.add(claim("web", null, "first_" + i, ""));
      // In a schema: with one of the others, they would match a common name.
      claims.add(claim("api", "app", "", "_last_" + i));
      claims.add(claim("api", "schema_" + i, "users"));
      claims.add(claim("web", null, "exact_" + i));
    }
    var compared = new int[1];
    new Rivals().forEach(claims, (_, rivals) -> compared[0] += rivals.get().size());

    // Patterns of which one begins with the other, and may have the same length, are few.
    assertThat(compared[0]).isLessThan(claims.size());
  }

  /// What `BY_SPECIFICITY` and `overlaps` say of every pair is the truth.
  @Test
  void leaves_out_no_claim_that_may_contradict_another() {
    var random = new Random(7);
    for (var round = 0; round < 300; round++) {
      var claims = IntStream.range(0, 40).mapToObj(_ -> any(random)).toList();
      new Rivals()
          .forEach(
              claims,
              (claim, rivals) -> {
                var place = identity(claims, claim);
                var wanted =
                    claims.subList(0, place).stream().filter(e -> contradicts(e, claim)).toList();
                var found = rivals.get();
                assertThat(found).containsAll(wanted);
                assertThat(found.stream().map(c -> identity(claims, c))).isSorted();
              });
    }
  }

  @SuppressWarnings("ReferenceEquality") // two claims may be equal
  private static int identity(List<Claim> claims, Claim claim) {
    return IntStream.range(0, claims.size())
        .filter(i -> claims.get(i) == claim)
        .findFirst()
        .orElseThrow();
  }

  private static boolean contradicts(Claim a, Claim b) {
    return a.pattern().equals(b.pattern())
        || (TablePattern.BY_SPECIFICITY.compare(a.pattern(), b.pattern()) == 0
            && a.pattern().overlaps(b.pattern(), PATH));
  }

  private static Claim any(Random random) {
    var schemas = new @Nullable String[] {null, "public", "app", "a*"};
    var pieces = new String[random.nextInt(3) + 1];
    for (var i = 0; i < pieces.length; i++) {
      var length = random.nextInt(3);
      pieces[i] = "ab".repeat(2).substring(random.nextInt(2)).substring(0, length);
    }
    if (pieces.length == 1 && pieces[0].isEmpty()) {
      pieces[0] = "a";
    }
    return claim("web", schemas[random.nextInt(4)], pieces);
  }

  private static Claim claim(String service, @Nullable String schema, String... pieces) {
    var glob =
        schema == null
            ? null
            : new Glob(
                schema.endsWith("*") ? List.of(schema.replace("*", ""), "") : List.of(schema));
    return new Claim(
        new ServiceName(service),
        MAIN,
        new TablePattern(glob, new Glob(List.of(pieces))),
        Span.NONE);
  }
}

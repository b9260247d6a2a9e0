package dev.deed.sql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.UserException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How deed writes to people. A message begins with its subject and a small letter, unless with a
/// name or SQL, and ends without a full stop; SQL and commands to type follow on lines of their
/// own.
public final class HouseStyle {

  private static final Pattern CAPITALIZED = Pattern.compile("^\\p{Lu}\\p{Ll}+\\b.*");
  private static final Pattern STOPPED = Pattern.compile(".*[^.]\\.$");

  /// Verbs that can only be verbs, and verbs that are also plural nouns ("writes wait"): those
  /// count only before their object.
  private static final Pattern BARE_VERB =
      Pattern.compile(
          """
          ^(?:(?:acquires|adds|allows|applies|asks|attaches|becomes|belongs|breaks|builds\
          |casts|comes|computes|contains|copies|creates|deletes|demands|depends|detaches|disables\
          |does|empties|enables|ends|exists|expects|fails|fires|forces|gives|goes|hides|holds\
          |inserts|invalidates|keeps|knows|leaves|lets|loses|makes|means|moves|needs|opens\
          |overwrites|puts|refuses|rejects|removes|renames|replaces|requires|returns|revokes\
          |rewrites|runs|says|sends|shows|silences|skips|stays|stands|takes|tells|treats|turns\
          |undoes|validates|wants|works)\\b\
          |(?:blocks|calls|changes|checks|drops|grants|locks|matches|names|reads|references|scans\
          |sets|stops|touches|truncates|updates|uses|waits|writes)\
           (?:`|(?:an?|the|all|any|both|each|every|it|its|no|only|reads?|rows?|that|these|this|those|what|writes?|%s)(?!\\w))).*\
          """,
          Pattern.DOTALL);

  /// What an engineer would not say to a colleague, and what PostgreSQL's manual calls otherwise.
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          Stream.of(
                  "(?:some|any|every)(?:body|one)|nobody|no one|who(?:ever|soever)",
                  "whose it is|who it is of",
                  "let(?:s|ting)? (?:\\w+ )?go",
                  "belongs? into",
                  "in the midst",
                  "(?:is|are) not to be had",
                  "anew",
                  "(?:time-out|hereby|thereof|nonetheless)s?",
                  "without end|for ever",
                  "no longer done",
                  "broken?-?[ -]off|breaks? (?:it |them )?off",
                  "(?<!there )(?:is|are) no (?!longer|more|need|faster)\\w+",
                  "leads? nowhere",
                  "looks? on",
                  "be it",
                  "(?:goes|go|comes?) (?:away|along) with it",
                  "(?:stands?|stood) (?:in|on|at|first|before|behind|there|by|above|below|alone|outside)",
                  "(?<!(?:waits?|queues?) )behind (?:it|them|the|an?|this|that)",
                  "beside",
                  "(?:holds?|held) \\S+ against",
                  "the one\\b.*\\bthe other",
                  "that is (?:meant|there)|what is (?:meant|there|no longer)",
                  "tells (?:of|apart|whether|what|which|who|how)",
                  "(?<!cannot )tell (?:of|apart|whether|what|which|who|how)",
                  "to (?:it|them) alone",
                  "has no (?:place|way)",
                  "(?:takes?|took|taken) no writes",
                  "keeps? (?:readers|writers|others|people) out",
                  "says? nothing",
                  "the people of",
                  "nothing to object to",
                  "mends?|mended")
              .collect(Collectors.joining("|", "(?is)\\b(?:", ")(?!\\w)")));

  private HouseStyle() {}

  public static void check(Finding finding) {
    checkMessage(finding.message());
    check(finding.advice());
  }

  public static void check(UserException failure) {
    checkMessage(String.valueOf(failure.getMessage()));
    check(failure.advice());
  }

  private static void checkMessage(String text) {
    check(text);
    assertThat(hasNoSubject(text)).as("no subject: " + text).isFalse();
    assertThat(text).doesNotMatch("(?s)(?:is|are|has|have|begins|ends) .*");
  }

  private static void check(String text) {
    var words = text.lines().findFirst().orElse("");
    assertThat(words).doesNotMatch(CAPITALIZED).doesNotMatch(STOPPED);
    assertThat(forbidden(text)).as(text).isEmpty();
  }

  /// The first words in the text that deed does not use.
  public static Optional<String> forbidden(String text) {
    return FORBIDDEN.matcher(text).results().map(MatchResult::group).findFirst();
  }

  /// Whether the text begins with a third-person verb: "blocks reads of ...". "Is" and "has" do not
  /// count, because predicates that follow a subject at run time begin with them.
  public static boolean hasNoSubject(String text) {
    return BARE_VERB.matcher(text).matches();
  }
}

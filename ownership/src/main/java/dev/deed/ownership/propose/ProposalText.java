package dev.deed.ownership.propose;

import dev.deed.ownership.file.YamlText;
import dev.deed.ownership.propose.Proposal.Alternative;
import dev.deed.ownership.propose.Proposal.ProposedDatabase;
import dev.deed.ownership.propose.Proposal.ProposedService;
import dev.deed.ownership.propose.Proposal.ProposedSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A proposal as the text of `schema-ownership.yaml`, with a comment for each guess.
public final class ProposalText {

  private static final String HEAD =
      """
      # yaml-language-server: $schema=schema-ownership.schema.json
      #
      # Which service owns which tables, and who else may use them. "deed init" has written this from what it found in
      # the repository. Each line that begins with "guess:" gives the reason for the line below it: correct what is wrong,
      # and remove the comment.
      version: 1

      databases:
      """;

  private static final String USES =
      """
      # A service that uses tables of another one needs its consent, as in:
      #     uses:
      #       DATABASE:
      #         - {table: users, access: reads}   # or references, or writes
      """;

  private final Proposal proposal;
  private final StringBuilder text = new StringBuilder(HEAD);

  private ProposalText(Proposal proposal) {
    this.proposal = proposal;
  }

  public static String of(Proposal proposal) {
    return new ProposalText(proposal).written();
  }

  private String written() {
    proposal.databases().forEach(this::database);
    text.append("\nservices:\n");
    proposal.services().forEach(this::service);
    text.append(USES.replace("DATABASE", proposal.databases().getFirst().name()));
    proposal.alternatives().forEach(this::alternative);
    text.append("\nenvironments:\n  local:\n    urls:\n");
    for (var database : proposal.databases()) {
      guess(6, database.url().reason());
      line(6, "%s: %s".formatted(name(database.name()), database.url().text()));
    }
    text.append(
        """
        #  production:
        #    protected: true           # deed asks for the database's name before it changes anything
        #    policies:                 # what a migration needs first, and from which danger on: deed checklist
        #      requires: [rehearsed, {backup: loses}]
        #    urls:
        #      %s: ${PRODUCTION_DATABASE_URL}
        """
            .formatted(name(proposal.databases().getFirst().name())));
    return text.toString();
  }

  private void database(ProposedDatabase database) {
    guess(2, database.why());
    var sources = database.sources();
    var isEmpty = sources.isEmpty() && database.postgres() == null;
    line(2, name(database.name()) + (isEmpty ? ": {}" : ":"));
    if (sources.size() == 1) {
      source(database, sources.getFirst());
    } else if (!sources.isEmpty()) {
      line(4, "sources:");
      for (var source : sources) {
        guess(6, source.why());
        unread(6, source);
        var form =
            source.placeholders().isEmpty()
                ? "- {tool: %s, migrations: %s, service: %s}"
                : "- tool: %s\n        migrations: %s\n        service: %s";
        line(6, form.formatted(source.tool(), value(path(source)), name(source.service())));
        placeholders(8, source);
      }
    }
    if (!database.outside().isEmpty()) {
      guess(
          4,
          "migrations use these and none of them creates them: they were there before, or something else makes them");
      line(
          4,
          "outside: [%s]"
              .formatted(
                  database.outside().stream()
                      .map(ProposalText::value)
                      .collect(Collectors.joining(", "))));
    }
    if (database.postgres() != null) {
      guess(4, database.postgres().reason());
      line(4, "postgres: " + database.postgres().text());
    }
  }

  private void source(ProposedDatabase database, ProposedSource source) {
    guess(4, source.why());
    unread(4, source);
    line(4, "tool: " + source.tool());
    line(4, "migrations: " + value(path(source)));
    placeholders(4, source);
    var isClear =
        proposal.services().stream()
                .filter(service -> service.owns().containsKey(database.name()))
                .count()
            == 1;
    if (!isClear) {
      line(4, "service: " + name(source.service()));
    }
  }

  private void placeholders(int indent, ProposedSource source) {
    if (!source.placeholders().isEmpty()) {
      guess(
          indent,
          "another program replaces these names in the files; deed reads them with these values");
      line(indent, "placeholders:");
      source
          .placeholders()
          .forEach((name, value) -> line(indent + 2, YamlText.of(name) + ": " + value(value)));
    }
  }

  private static String path(ProposedSource source) {
    return source.path().isEmpty() ? "." : source.path();
  }

  private void unread(int indent, ProposedSource source) {
    if (source.unread() > 0) {
      line(
          indent,
          "# %d of these migrations are not SQL: offline_sql names the command that prints their SQL"
              .formatted(source.unread()));
    }
  }

  private void service(ProposedService service) {
    guess(2, service.name().reason());
    line(2, name(service.name().text()) + ":");
    if (service.team() != null) {
      guess(4, service.team().reason());
      line(4, "team: " + value(service.team().text()));
    }
    if (service.role() != null) {
      line(4, "role: " + value(service.role()));
    }
    line(4, "owns:");
    service.owns().forEach((database, patterns) -> owns(6, "", database, patterns));
  }

  private void owns(int indent, String comment, String database, List<String> patterns) {
    var inline = "%s: [%s]".formatted(name(database), joined(patterns));
    if (inline.length() < 100) {
      text.append(comment);
      line(indent, inline);
      return;
    }
    text.append(comment);
    line(indent, name(database) + ":");
    for (var pattern : patterns) {
      text.append(comment);
      line(indent + 2, "- " + value(pattern));
    }
  }

  private static String joined(List<String> patterns) {
    return patterns.stream().map(ProposalText::value).collect(Collectors.joining(", "));
  }

  private void alternative(Alternative alternative) {
    text.append(
        """
        #
        # The tables of %s could also be divided among services by %s. Then each folder of migrations needs
        # "service:" under databases, and these are the services:
        """
            .formatted(alternative.database(), alternative.reason()));
    alternative
        .groups()
        .forEach((name, patterns) -> {
          text.append("#   ").append(name(name)).append(":\n#     owns:\n");
          owns(7, "#", alternative.database(), patterns);
        });
  }

  private void guess(int indent, @Nullable String reason) {
    line(indent, "# guess: " + String.valueOf(reason).replaceAll("\\p{Cntrl}+", " "));
  }

  private void line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }

  private static String name(String name) {
    return name.matches("[a-z][a-z0-9_-]*")
        ? YamlText.of(name.replace("-", "_")).startsWith("'") ? quoted(name) : name
        : quoted(name);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String value(String value) {
    return value.matches("[A-Za-z_./][A-Za-z0-9_./-]*")
            && !YamlText.of(value.replaceAll("[/-]", "_")).startsWith("'")
        ? value
        : YamlText.of(value);
  }
}

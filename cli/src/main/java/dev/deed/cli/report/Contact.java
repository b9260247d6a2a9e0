package dev.deed.cli.report;

import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contact for a service's objects.
public record Contact(String service, @Nullable String team, @Nullable String contact) {

  /// The contacts for a finding, each with its objects.
  public static Map<Contact, Set<String>> of(Finding finding) {
    var contacts = new LinkedHashMap<Contact, Set<String>>();
    for (var subject : finding.subjects()) {
      var service = subject.owner();
      if (service != null) {
        var contact = new Contact(service, subject.team(), subject.contact());
        contacts.computeIfAbsent(contact, _ -> new LinkedHashSet<>()).add(subject.object());
      }
    }
    return contacts;
  }

  /// A service that uses objects of a finding.
  ///
  /// @param access `writes`, `references` or `reads`
  public record Use(Contact contact, String access) {}

  /// The consumers that a finding breaks, each with the objects that it uses.
  public static Map<Use, Set<String>> consumers(Finding finding) {
    var uses = new LinkedHashMap<Use, Set<String>>();
    for (var subject : finding.subjects()) {
      for (var consumer : subject.consumers()) {
        var contact = new Contact(consumer.service(), consumer.team(), consumer.contact());
        uses.computeIfAbsent(new Use(contact, consumer.access()), _ -> new LinkedHashSet<>())
            .add(subject.object());
      }
    }
    return uses;
  }

  public static Set<String> objects(Finding finding) {
    return finding.subjects().stream()
        .map(Subject::object)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// `web (Web platform, #web-platform)`
  public String words() {
    var reachedAt = reachedAt();
    return reachedAt.isEmpty() ? service : "%s (%s)".formatted(service, reachedAt);
  }

  /// `Web platform, #web-platform`
  public String reachedAt() {
    return Stream.of(team, contact).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}

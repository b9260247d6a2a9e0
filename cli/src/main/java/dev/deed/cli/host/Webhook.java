package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;

/// An address that a report is posted to, as JSON. Secrets come from the environment, because every
/// user of a machine can read the command lines of the others.
public final class Webhook {

  /// The variable with the key that signs the body.
  public static final String SECRET = "DEED_WEBHOOK_SECRET";

  /// The variable with a token for the `Authorization` header.
  public static final String TOKEN = "DEED_WEBHOOK_TOKEN";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]+");
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(20);

  /// Before each further attempt.
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));

  private static final int TOO_MANY_REQUESTS = 429;

  private final URI address;
  private final Map<String, String> environment;
  private final List<Duration> pauses;

  private Webhook(URI address, Map<String, String> environment, List<Duration> pauses) {
    this.address = address;
    this.environment = environment;
    this.pauses = pauses;
  }

  /// @param url may name variables, `${DRIFT_WEBHOOK}`, so that a secret in it stays out of the
  ///   command line
  /// @throws NotUsable if nothing can be posted there
  public static Webhook of(String url, Map<String, String> environment) {
    return of(url, environment, PAUSES);
  }

  /// @param pauses before each further attempt
  static Webhook of(String url, Map<String, String> environment, List<Duration> pauses) {
    var token = environment.getOrDefault(TOKEN, "");
    if (!token.isEmpty() && !HEADER_VALUE.matcher(token).matches()) {
      throw new NotUsable(
          TOKEN + " has characters that a header cannot have",
          "set it to the token only, without a line break or a space");
    }
    try {
      return new Webhook(address(resolved(url, environment)), environment, pauses);
    } catch (URISyntaxException e) {
      throw new NotUsable(
          "the address for --webhook is not a URL", "write it as in https://example.org/drift");
    }
  }

  private static String resolved(String url, Map<String, String> environment) {
    return VARIABLE
        .matcher(url)
        .replaceAll(match -> {
          var value = environment.getOrDefault(match.group(1), "");
          if (value.isEmpty()) {
            throw new NotUsable(
                "the variable %s of --webhook is not set".formatted(match.group(1)),
                "set it, or give the address itself");
          }
          return Matcher.quoteReplacement(value.strip());
        });
  }

  private static URI address(String url) throws URISyntaxException {
    var address = new URI(url.strip());
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if ((!scheme.equals("https") && !scheme.equals("http")) || address.getHost() == null) {
      throw new NotUsable(
          "the address for --webhook does not begin with https:// and a host",
          "write it as in https://example.org/drift");
    }
    if (address.getUserInfo() != null) {
      throw new NotUsable(
          "the address for --webhook contains a user or a password",
          "leave them out, and set %s for the Authorization header".formatted(TOKEN));
    }
    return address;
  }

  /// Tries again where the server may answer better the next time.
  ///
  /// @return why the report was not delivered
  public Optional<UserException> post(String json) {
    try (var client = client()) {
      Optional<UserException> failure = send(client, json);
      for (var pause : pauses) {
        if (failure.isEmpty() || !((NotPosted) failure.get()).mayPass()) {
          return failure;
        }
        Thread.sleep(pause);
        failure = send(client, json);
      }
      return failure;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new NotPosted(place(), "interrupted", "run the command again", false));
    }
  }

  /// Redirects are not followed: a client would turn the POST into a GET.
  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECTING)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private Optional<UserException> send(HttpClient client, String json) throws InterruptedException {
    try {
      return answered(client.send(request(json), HttpResponse.BodyHandlers.discarding()));
    } catch (IOException | UnresolvedAddressException e) {
      return Optional.of(failed(e));
    }
  }

  private HttpRequest request(String json) {
    var body = json.getBytes(UTF_8);
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERING)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "deed")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    var secret = environment.getOrDefault(SECRET, "");
    if (!secret.isEmpty()) {
      request.header("X-Deed-Signature-256", "sha256=" + signature(secret, body));
    }
    var token = environment.getOrDefault(TOKEN, "");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private Optional<UserException> answered(HttpResponse<Void> response) {
    var status = response.statusCode();
    if (status / 100 == 2) {
      return Optional.empty();
    }
    var advice =
        switch (status) {
          case 301, 302, 303, 307, 308 -> "give the address that it redirects to";
          case 401, 403 ->
              "check %s and %s, and what the receiver expects".formatted(SECRET, TOKEN);
          case 404, 405, 410 -> "check the address: it has to accept POST";
          case 413 -> "the report is too large for the receiver: raise its limit, or use --only";
          default -> "look into the receiver's log, then run the command again";
        };
    var mayPass = status / 100 == 5 || status == TOO_MANY_REQUESTS;
    return Optional.of(
        new NotPosted(place(), "it answered with status " + status, advice, mayPass));
  }

  private NotPosted failed(Exception e) {
    return switch (e) {
      case UnresolvedAddressException _ -> unknownHost();
      case HttpConnectTimeoutException _ ->
          passing("no connection in %d seconds".formatted(CONNECTING.toSeconds()));
      case HttpTimeoutException _ ->
          passing("no answer in %d seconds".formatted(ANSWERING.toSeconds()));
      case ConnectException refused when isUnresolved(refused) -> unknownHost();
      case ConnectException _ -> passing("the connection was refused");
      case SSLException failure -> tls(failure);
      default ->
          passing(
              "the connection broke: " + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    };
  }

  private static boolean isUnresolved(Throwable failure) {
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private NotPosted unknownHost() {
    return new NotPosted(
        place(), "the host name is not known", "check the name, and this machine's DNS", true);
  }

  private NotPosted passing(String what) {
    return new NotPosted(
        place(), what, "check the address, and whether this machine may reach it", true);
  }

  private NotPosted tls(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof GeneralSecurityException) {
        var isName = String.valueOf(cause.getMessage()).contains("subject alternative");
        return new NotPosted(
            place(),
            isName
                ? "its certificate is for another host name"
                : "its certificate is not trusted here: it may be expired, or signed by an unknown authority",
            isName
                ? "use the name that the certificate is for"
                : "install the authority's certificate on this machine, or give the receiver one that is trusted",
            false);
      }
    }
    return new NotPosted(
        place(),
        "TLS failed: " + String.valueOf(failure.getMessage()),
        "check that the address is an https one, and its TLS version",
        false);
  }

  /// Without the path, which is the secret of many webhooks.
  private String place() {
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return "%s://%s%s".formatted(address.getScheme(), address.getHost(), port);
  }

  /// The report was not delivered; it is printed all the same.
  static final class NotPosted extends UserException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    NotPosted(String place, String what, String advice, boolean mayPass) {
      super("the report was not posted to %s: %s".formatted(place, what), advice);
      this.mayPass = mayPass;
    }

    boolean mayPass() {
      return mayPass;
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }

  /// Nothing can be posted to the address on the command line.
  static final class NotUsable extends UserException {

    private static final long serialVersionUID = 1L;

    NotUsable(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}

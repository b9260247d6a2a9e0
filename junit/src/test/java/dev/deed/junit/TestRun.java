package dev.deed.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs tests as a build does, and keeps how each of them ended.
///
/// @param ends by the names of the tests and of the classes that fail themselves: empty for a
///   success, else the failure's message
record TestRun(Map<String, String> ends) {

  TestRun {
    ends = new TreeMap<>(ends);
  }

  /// @param project the folder of its ownership file
  static TestRun of(Class<?> tests, Path project) {
    return of(List.of(tests), project, Map.of());
  }

  static TestRun of(List<Class<?>> tests, Path project, Map<String, String> parameters) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(tests.stream().map(type -> selectClass(type)).toList())
            .configurationParameter(
                TestSettings.FILE, project.resolve("schema-ownership.yaml").toString())
            .configurationParameters(parameters)
            .build();
    return run(request);
  }

  private static TestRun run(LauncherDiscoveryRequest request) {
    var ends = new ConcurrentSkipListMap<String, String>();
    var config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(config)
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                var message =
                    result.getThrowable().map(thrown -> String.valueOf(thrown.getMessage()));
                if (test.isTest() || message.isPresent()) {
                  ends.put(test.getDisplayName(), message.orElse(""));
                }
              }
            });
    return new TestRun(ends);
  }

  List<String> failures() {
    return ends.values().stream().filter(message -> !message.isEmpty()).toList();
  }
}

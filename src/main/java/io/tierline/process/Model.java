package io.tierline.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file that the engine runs: a model or a form.
 *
 * @param name the file's name, such as {@code ticket.bpmn}
 * @param content its bytes
 */
record Model(String name, byte[] content) {

  /** The models and forms that Tierline was built with, by name. */
  static List<Model> all() {
    try {
      PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
      Resource[] models = files.getResources("classpath*:bpmn/*.bpmn");
      Resource[] forms = files.getResources("classpath*:bpmn/forms/*.form");
      return java.util.stream.Stream.concat(Arrays.stream(models), Arrays.stream(forms))
          .map(Model::read)
          .sorted(Comparator.comparing(Model::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a process. */
  boolean process() {
    return name.endsWith(".bpmn");
  }

  /** The file's name without its ending: the id inside must be the same. */
  String id() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Model read(Resource file) {
    try {
      return new Model(
          java.util.Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tierline.release;

import io.tierline.policy.Fault;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads the form of an upload. */
@Component
class SentFiles {
  private static final String FIELD = "files";

  private final ReleaseSettings settings;

  SentFiles(ReleaseSettings settings) {
    this.settings = settings;
  }

  Upload sort(MultipartHttpServletRequest request) {
    List<Fault> faults = new ArrayList<>();
    List<SentFile> files = new ArrayList<>();
    request
        .getMultiFileMap()
        .forEach(
            (field, sent) -> {
              if (field.equals(FIELD)) {
                sent.forEach(file -> files.add(read(file)));
              } else {
                faults.add(fault(field, "a file in another"));
              }
            });
    texts(request).forEach(field -> faults.add(fault(field, "a text without a file's name")));
    return faults.isEmpty() ? Sorting.sort(files, settings) : new Upload.Unfit(faults);
  }

  private static Fault fault(String field, String found) {
    return new Fault(
        field, null, "Expected files in the field '%s', but found %s".formatted(FIELD, found));
  }

  private static SentFile read(MultipartFile file) {
    try {
      String name = file.getOriginalFilename();
      return new SentFile(name == null ? "" : name, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came with {@code -F files=<policy.yaml} instead of {@code @}: no name, so no file. */
  private static List<String> texts(MultipartHttpServletRequest request) {
    try {
      return request.getParts().stream()
          .filter(part -> part.getSubmittedFileName() == null)
          .map(Part::getName)
          .toList();
    } catch (IOException | ServletException e) {
      throw new MultipartException("the form could not be read", e);
    }
  }
}

package io.tierline.account;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Takes the accounts file over at start-up, before anything else asks who is who. */
@Component("accountsImport")
class AccountsImport {

  private static final String CLASS_PATH = "classpath:";

  private final String source;
  private final AccountRows rows;

  /**
   * @param source {@code tierline.accounts}: a file's path, or one on the class path; empty for
   *     none
   */
  AccountsImport(@Value("${tierline.accounts:}") String source, AccountRows rows) {
    this.source = source;
    this.rows = rows;
  }

  @PostConstruct
  void run() {
    if (!source.isBlank()) {
      rows.save(AccountsFile.parse(source, read()));
    }
  }

  private String read() {
    try {
      return source.startsWith(CLASS_PATH)
          ? new ClassPathResource(source.substring(CLASS_PATH.length()))
              .getContentAsString(StandardCharsets.UTF_8)
          : Files.readString(Path.of(source));
    } catch (IOException e) {
      throw new AccountsFault("%s: Expected a readable file, but %s".formatted(source, e));
    }
  }
}

package io.tierline.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.policy.Differences;
import io.tierline.policy.PackFiles;
import io.tierline.web.Caller;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What two packs say differently, for the parties to agreements on both and for operators. */
@Tag(name = "Policies")
@RestController
@RequestMapping("/api/v1/policies/{pack}/versions/{version}/differences")
class DifferencesController {
  private final PackRows rows;
  private final Accounts accounts;

  DifferencesController(PackRows rows, Accounts accounts) {
    this.rows = rows;
    this.accounts = accounts;
  }

  @Operation(summary = "Compare a version with another one, of this pack or another")
  @GetMapping
  Differences differences(
      @Caller Person person,
      @PathVariable String pack,
      @PathVariable String version,
      @Parameter(description = "A version of the same pack, or pack@version") @RequestParam
          String with) {
    return Differences.of(files(person, pack, version), other(person, pack, with));
  }

  /** A version may contain the sign that stands before one. */
  private PackFiles other(Person person, String pack, String with) {
    int at = with.indexOf('@');
    return at < 0 || Heading.VERSION.matcher(with).matches() && rows.files(pack, with).isPresent()
        ? files(person, pack, with)
        : files(person, with.substring(0, at), with.substring(at + 1));
  }

  private PackFiles files(Person person, String pack, String version) {
    return Optional.of(version)
        .filter(asked -> Heading.VERSION.matcher(asked + pack).matches())
        .flatMap(asked -> rows.files(pack, asked))
        .filter(files -> person.operates() || accounts.agreed(person, pack))
        .orElseThrow(PolicyController.unknown("a version", pack + "@" + version));
  }
}

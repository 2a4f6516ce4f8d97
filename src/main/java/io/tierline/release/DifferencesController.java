package io.tierline.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tierline.account.Person;
import io.tierline.policy.Differences;
import io.tierline.policy.PackFiles;
import io.tierline.web.Caller;
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
  private final Concern concern;

  DifferencesController(Concern concern) {
    this.concern = concern;
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
    return concern
        .files(person, pack, with)
        .orElseGet(
            () -> {
              int at = with.indexOf('@');
              return files(person, at < 0 ? pack : with.substring(0, at), with.substring(at + 1));
            });
  }

  private PackFiles files(Person person, String pack, String version) {
    return concern
        .files(person, pack, version)
        .orElseThrow(PolicyController.unknown("a version", pack + "@" + version));
  }
}

package io.tierline.release;

import io.tierline.account.Accounts;
import io.tierline.account.Person;
import io.tierline.policy.PackFiles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a pack's files concern: the parties to agreements on it, and operators. */
@Component
class Concern {
  private final PackRows rows;
  private final Accounts accounts;

  Concern(PackRows rows, Accounts accounts) {
    this.rows = rows;
    this.accounts = accounts;
  }

  boolean of(Person person, String pack) {
    return person.operates() || accounts.agreed(person, pack);
  }

  /** The files of a version; empty also for whom they don't concern. */
  Optional<PackFiles> files(Person person, String pack, String version) {
    return Heading.VERSION.matcher(pack).matches() && Heading.VERSION.matcher(version).matches()
        ? rows.files(pack, version).filter(files -> of(person, pack))
        : Optional.empty();
  }
}

import { Button, makeStyles } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";

const useStyles = makeStyles({ button: { alignSelf: "flex-start", paddingLeft: 0, textAlign: "start" } });

interface DisclosureProps {
  readonly label: string;
  /** What it is of, for whoever does not see what stands above. */
  readonly of: string;
  /** Made when it is asked for. */
  readonly children: () => ReactNode;
}

/** A button that shows something below it. */
export function Disclosure({ label, of, children }: DisclosureProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={styles.button}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${label}: ${of}`}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen && children()}
      </div>
    </>
  );
}

import { Button, Spinner } from "@fluentui/react-components";
import { Component, type ReactNode, Suspense } from "react";
import { t } from "../../i18n";
import { Notice } from "../kit/notice";

interface ChunkProps {
  readonly children: ReactNode;
}

/** A part of the pane that may still be on its way, or fail: the other parts go on. */
export class Chunk extends Component<ChunkProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failure /> : <Suspense fallback={<Loading />}>{this.props.children}</Suspense>;
  }
}

const Loading = () => <Spinner size="small" label={t("pane:loading")} />;

/** A chunk that failed to load is only asked for again by a page that is loaded anew. */
const Failure = () => (
  <Notice
    intent="error"
    title={t("pane:failed/title")}
    actions={
      <Button size="small" onClick={() => location.reload()}>
        {t("pane:failed/again")}
      </Button>
    }
  >
    {t("pane:failed/what")}
  </Notice>
);

import { Version } from '@microsoft/sp-core-library';
import {
  PropertyPaneDropdown,
  PropertyPaneTextField,
  type IPropertyPaneConfiguration,
} from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { sendRecord, type AcknowledgementRecord, type PolicyViewer } from 'policy-elements';
import 'policy-elements/define.js';
import * as strings from 'PolicyWebPartStrings';

const LANGUAGES = { nl: 'Nederlands', fr: 'Français', en: 'English', de: 'Deutsch' };

/** What an editor fills in beside the page. */
export interface PolicyWebPartProperties {
  /** Address of the policy, e.g. in a document library. */
  src: string;
  lang: string;
  /** Where confirmations go; without it no form is shown. */
  endpoint: string;
  /** Application ID URI of that endpoint in Entra ID, for a token of who is signed in. */
  resource: string;
}

/** SharePoint Online: the policy as a web part. */
export default class PolicyWebPart extends BaseClientSideWebPart<PolicyWebPartProperties> {
  #viewer: PolicyViewer | undefined;

  public override render(): void {
    const { src, lang, endpoint } = this.properties;
    this.#viewer ??= this.#create();
    const viewer = this.#viewer;
    viewer.src = this.#onThisTenant(src);
    viewer.lang = lang || this.context.pageContext.cultureInfo.currentUICultureName;
    viewer.hide = endpoint ? '' : 'acknowledgement';
  }

  #create(): PolicyViewer {
    const viewer = document.createElement('policy-viewer');
    viewer.send = (record) => this.#send(record);
    this.domElement.replaceChildren(viewer);
    return viewer;
  }

  /** A page shows no policy from another site. */
  #onThisTenant(src: string): string {
    const address = new URL(src || '/', location.href);
    return address.origin === location.origin ? address.href : '';
  }

  /** The endpoint knows who it is by the token, and by nothing the page says. */
  async #send(record: AcknowledgementRecord): Promise<unknown> {
    const { endpoint, resource } = this.properties;
    const provider = await this.context.aadTokenProviderFactory.getTokenProvider();
    const token = await provider.getToken(resource);
    return sendRecord(record, { endpoint, headers: { Authorization: `Bearer ${token}` } });
  }

  protected override get dataVersion(): Version {
    return Version.parse('1.0');
  }

  protected override onDispose(): void {
    this.#viewer?.remove();
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const languages = Object.entries(LANGUAGES).map(([key, text]) => ({ key, text }));
    const fields = [
      PropertyPaneTextField('src', { label: strings.Address }),
      PropertyPaneDropdown('lang', {
        label: strings.Language,
        options: [{ key: '', text: strings.LanguageOfPage }, ...languages],
      }),
      PropertyPaneTextField('endpoint', { label: strings.Endpoint }),
      PropertyPaneTextField('resource', { label: strings.Resource }),
    ];
    return { pages: [{ groups: [{ groupFields: fields }] }] };
  }
}

# frozen_string_literal: true

module PolicyElements
  # An element in a text, with the scripts that the page needs for it.
  class Macro
    def initialize(view, tag, args, text)
      @view = view
      @tag = tag
      @given = args.filter_map {|arg| arg.match(/\A([a-z-]+)\s*=\s*(.*)\z/m)&.captures}.to_h
      @text = text
    end

    # What is raised, Redmine shows in the place of the macro.
    def to_html
      raise @view.l(:policy_elements_src) unless on_this_site?(attributes['src'].to_s)

      element = @view.content_tag(@tag, fallback, attributes)
      @view.safe_join([head, @view.content_tag('div', element, :class => 'policy-elements')])
    end

    private

    def attributes
      @attributes ||= acknowledging(
        @given.slice(*Elements::ATTRIBUTES).transform_values {|value| value.delete_prefix('"').delete_suffix('"')}
      )
    end

    # Nobody confirms who is not signed in, and nobody while writing.
    def acknowledging(attributes)
      return attributes unless Elements::ACKNOWLEDGING.include?(@tag)

      if Server.address && User.current.logged? && !preview?
        attributes.merge('endpoint' => path('acknowledgements'))
      else
        attributes.merge('hide' => "#{attributes['hide']} acknowledgement".strip)
      end
    end

    # A path, or the whole address of a file on this site: authors bring in no text from elsewhere.
    def on_this_site?(src)
      return false if src.match?(/[\\\x00-\x20]/)

      src.match?(%r{\A/(?!/)}) || src.start_with?("#{Setting.protocol}://#{Setting.host_name.split('/').first}/")
    end

    # Wiki text as well.
    def fallback
      @text.present? ? @view.textilizable(@text, :headings => false) : ''
    end

    # Once on a page. What is previewed has no head of its own.
    def head
      return missing unless Files.present?
      return if @view.instance_variable_get(:@policy_elements_head)

      @view.instance_variable_set(:@policy_elements_head, true)
      return scripts if preview?

      @view.content_for(:header_tags, scripts)
      nil
    end

    def scripts
      @view.safe_join(
        [
          @view.tag(:link, :rel => 'stylesheet', :href => path('files/elements.css')),
          script('policy-elements.js'),
          script('acknowledge.js')
        ]
      )
    end

    def script(name)
      @view.content_tag('script', '', :type => 'module', :src => path("files/#{name}"))
    end

    # Who may edit is told; readers have what stands in the macro.
    def missing
      project = @view.instance_variable_get(:@project)
      return unless project && User.current.allowed_to?(:edit_wiki_pages, project)

      @view.content_tag('p', @view.l(:policy_elements_assets), :class => 'flash warning')
    end

    def path(rest)
      "#{Redmine::Utils.relative_url_root}/policy-elements/#{rest}"
    end

    # Mails are made of the same texts, and have no request.
    def preview?
      @view.controller.is_a?(ActionController::Base) && @view.request.xhr?
    end
  end
end
